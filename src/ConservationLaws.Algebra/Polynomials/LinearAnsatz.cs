using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Numbers c_u with Σ_u c_u P_u,e = 0 for every identity e, where the P are polynomials over Z: the method of undetermined coefficients.</summary>
/// <example>All polynomials g of degree 1 with ∂g/∂x₀ = ∂g/∂x₁: one unknown for each of 1, x₀, x₁, and one identity.
/// <code>
/// var ansatz = new LinearAnsatz();
/// foreach (Polynomial&lt;Integer&gt; monomial in monomials)
/// {
///     ansatz.AddUnknown([(0, ring.Subtract(ring.Differentiate(monomial, 0), ring.Differentiate(monomial, 1)))]);
/// }
///
/// NullspaceVector[] solutions = ansatz.Solve();
/// </code></example>
public sealed class LinearAnsatz
{
    private readonly Dictionary<(int Identity, Monomial Monomial), int> _rowOf = [];
    private readonly List<List<(int Unknown, Integer Value)>> _rows = [];

    /// <summary>The number of unknowns added so far.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>Adds an unknown.</summary>
    /// <param name="images">What it contributes to each identity; identities that are not named receive nothing. An identity may be named twice.</param>
    /// <returns>The number of the unknown, counted from 0.</returns>
    public int AddUnknown(IEnumerable<(int Identity, Polynomial<Integer> Image)> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        foreach ((int identity, Polynomial<Integer> image) in images)
        {
            foreach ((Integer coefficient, Monomial monomial) in image.Terms)
            {
                if (!_rowOf.TryGetValue((identity, monomial), out int row))
                {
                    _rowOf.Add((identity, monomial), row = _rows.Count);
                    _rows.Add([]);
                }

                _rows[row].Add((UnknownCount, coefficient));
            }
        }

        return UnknownCount++;
    }

    /// <summary>The polynomial Σ c_(first + k) m_k of those unknowns that are coefficients of monomials m_k, one after the other.</summary>
    /// <param name="solution">A solution.</param>
    /// <param name="first">The number of the first of the unknowns.</param>
    /// <param name="monomials">Their monomials, all different.</param>
    public static Polynomial<Integer> Combine(NullspaceVector solution, int first, IReadOnlyList<Monomial> monomials)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(monomials);
        var terms = new List<(Integer Coefficient, Monomial Monomial)>();
        for (int place = 0; place < solution.Count; place++)
        {
            int own = solution.Columns[place] - first;
            if (own >= 0 && own < monomials.Count)
            {
                terms.Add((solution.Values[place], monomials[own]));
            }
        }

        return default(PolynomialRing<Integer, IntegerRing>).FromTerms(terms);
    }

    /// <summary>A basis of all solutions: sparse integer vectors, proved complete (<see cref="RationalNullspace"/>).</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public NullspaceVector[] Solve(CancellationToken cancellation = default)
    {
        var matrix = new SparseMatrixBuilder<Integer, IntegerRing>(default, UnknownCount);
        foreach (List<(int Unknown, Integer Value)> row in _rows)
        {
            foreach ((int unknown, Integer value) in row)
            {
                matrix.Add(unknown, value);
            }

            matrix.EndRow();
        }

        return [.. SparseBasisReduction.Reduce(RationalNullspace.Compute(matrix.Build(), 1, cancellation), cancellationToken: cancellation).Vectors];
    }
}
