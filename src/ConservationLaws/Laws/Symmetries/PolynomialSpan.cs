using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Symmetries;

/// <summary>The space over Q that polynomials span, for exact questions of membership.</summary>
internal sealed class PolynomialSpan
{
    private readonly Dictionary<Monomial, int> _columns = [];
    private readonly IntegerEchelonForm _echelon = new();

    internal PolynomialSpan(params IEnumerable<Polynomial<Integer>> polynomials)
    {
        foreach (Polynomial<Integer> polynomial in polynomials)
        {
            TryAdd(polynomial.Terms);
        }
    }

    /// <summary>Adds a polynomial, given by its terms; whether it did not lie in the space before.</summary>
    internal bool TryAdd(IEnumerable<(Integer Coefficient, Monomial Monomial)> terms)
    {
        var row = new List<(int Column, Integer Value)>();
        foreach ((Integer coefficient, Monomial monomial) in terms)
        {
            ref int column = ref CollectionsMarshal.GetValueRefOrAddDefault(_columns, monomial, out bool isKnown);
            column = isKnown ? column : _columns.Count - 1;
            row.Add((column, coefficient));
        }

        row.Sort(static (left, right) => left.Column.CompareTo(right.Column));
        return _echelon.TryAdd(CollectionsMarshal.AsSpan(row));
    }

    /// <summary>Whether a polynomial lies in the space.</summary>
    internal bool Contains(Polynomial<Integer> polynomial) => Contains(polynomial.Terms);

    /// <summary>Whether a polynomial with its variables permuted lies in the space.</summary>
    /// <param name="polynomial">The polynomial.</param>
    /// <param name="permutation">The image of every variable.</param>
    internal bool ContainsImage(Polynomial<Integer> polynomial, int[] permutation) => Contains(polynomial.Terms.Select(term =>
        (term.Coefficient, Monomial.Create([.. term.Monomial.Select(factor => (permutation[factor.Variable], factor.Exponent))]))));

    private bool Contains(IEnumerable<(Integer Coefficient, Monomial Monomial)> terms)
    {
        var row = new List<(int Column, Integer Value)>();
        foreach ((Integer coefficient, Monomial monomial) in terms)
        {
            if (!_columns.TryGetValue(monomial, out int column))
            {
                return false;
            }

            row.Add((column, coefficient));
        }

        row.Sort(static (left, right) => left.Column.CompareTo(right.Column));
        return _echelon.Contains(CollectionsMarshal.AsSpan(row));
    }
}
