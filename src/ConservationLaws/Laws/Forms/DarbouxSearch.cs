using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

/// <summary>Where Darboux polynomials are looked for (math.md 7.1): all of these are candidates, each is tested exactly.</summary>
internal static class DarbouxSearch
{
    private const int MaximumUnknowns = 600;
    private const int MaximumMinors = 40;
    private const int MaximumLaws = 24;
    private const int MaximumLawTerms = 40;
    private const int MaximumDerivedFields = 60;

    // The determinant of iterated derivatives grows quickly.
    private const int MaximumExtacticDimension = 4;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Fields => default;

    /// <summary>Fills a pool from coordinates, laws, components of the annihilating forms, and what the shape of the system offers.</summary>
    /// <param name="system">The generators.</param>
    /// <param name="laws">The polynomial laws: their factors are Darboux polynomials.</param>
    /// <param name="minors">Minors of the closure's matrix, up to common factors.</param>
    /// <param name="pool">Receives the polynomials.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static void Fill(
        GeneratorSystem system, ImmutableArray<Law> laws, IEnumerable<Polynomial<Integer>> minors, DarbouxPool pool, CancellationToken cancellation)
    {
        for (int coordinate = 0; coordinate < system.Dimension; coordinate++)
        {
            pool.AddFactors(Ring.Variable(coordinate));
        }

        foreach (Law law in laws.Where(law => law.TermCount <= MaximumLawTerms).Take(MaximumLaws))
        {
            pool.AddFactors(law.Polynomial);
        }

        foreach (Polynomial<Integer> minor in minors.OrderBy(minor => minor.TermCount).Take(MaximumMinors))
        {
            pool.AddFactors(minor);
        }

        if (system.Generators.Length == 1)
        {
            AddInverseMultipliers(system, pool, cancellation);
            AddExtactic(system, pool);
        }
        else
        {
            AddSemiInvariants(system, pool, cancellation);
        }
    }

    // X(q) = div(X)·q: linear in q. Such q are products of Darboux polynomials when there are enough of these.
    private static void AddInverseMultipliers(GeneratorSystem system, DarbouxPool pool, CancellationToken cancellation)
    {
        VectorField<Polynomial<Integer>> field = system.Generators[0];
        Polynomial<Integer> divergence = Divergence(field);
        for (int degree = 1; degree <= 4 && LawSystem.CountUnknowns(system.Dimension, degree, homogeneous: false) <= MaximumUnknowns; degree++)
        {
            Monomial[] monomials = [.. Enumerable.Range(1, degree).SelectMany(own => LawSystem.Monomials(system.Dimension, own)), Monomial.One];
            var ansatz = new LinearAnsatz();
            foreach (Monomial monomial in monomials)
            {
                Polynomial<Integer> term = Ring.Term(Integer.One, monomial);
                ansatz.AddUnknown([(0, Fields.Apply(field, term) - (divergence * term))]);
            }

            NullspaceVector[] solutions = ansatz.Solve(cancellation);
            foreach (NullspaceVector solution in solutions)
            {
                pool.AddFactors(LinearAnsatz.Combine(solution, 0, monomials));
            }

            if (solutions.Length > 0)
            {
                return;
            }
        }
    }

    // A polynomial of degree 1 with X(f) = K·f divides the determinant of the derivatives X^j(θ_k), j, k = 1..D, since X^j(f) does for all j.
    private static void AddExtactic(GeneratorSystem system, DarbouxPool pool)
    {
        int dimension = system.Dimension;
        VectorField<Polynomial<Integer>> field = system.Generators[0];
        if (dimension > MaximumExtacticDimension)
        {
            return;
        }

        bool isLinear = field.Coefficients.All(IsLinearForm);
        Polynomial<Integer>[] derivatives = [.. Enumerable.Range(0, dimension).Select(Ring.Variable)];
        var entries = new List<Polynomial<Integer>>();
        for (int row = 0; row < dimension; row++)
        {
            // A linear form without constant term divides the determinant of X⁰, …, X^(D−1) already.
            if (row > 0 || !isLinear)
            {
                derivatives = Array.ConvertAll(derivatives, derivative => Fields.Apply(field, derivative));
            }

            if (derivatives.Sum(derivative => derivative.TermCount) > MaximumUnknowns)
            {
                return;
            }

            entries.AddRange(derivatives);
        }

        Polynomial<Integer> determinant = FractionFreeElimination.Determinant(
            default(PolynomialDomain<Integer, IntegerRing>), new Matrix<Polynomial<Integer>>(dimension, dimension, entries.ToArray()), entry => entry.TermCount);
        if (!determinant.IsZero)
        {
            pool.AddFactors(determinant);
        }
    }

    // The cofactors of linear fields on polynomials of the same degree are numbers, which the brackets of the fields send to zero: semi-invariants
    // are laws of the brackets.
    private static void AddSemiInvariants(GeneratorSystem system, DarbouxPool pool, CancellationToken cancellation)
    {
        if (!system.Generators.All(field => field.Coefficients.All(IsLinearForm)))
        {
            return;
        }

        var derived = new List<VectorField<Polynomial<Integer>>>();
        for (int first = 0; first < system.Generators.Length; first++)
        {
            for (int second = first + 1; second < system.Generators.Length && derived.Count < MaximumDerivedFields; second++)
            {
                VectorField<Polynomial<Integer>> bracket = Fields.Bracket(system.Generators[first], system.Generators[second]);
                if (!bracket.IsZero)
                {
                    derived.Add(bracket);
                }
            }
        }

        if (derived.Count == 0)
        {
            return;
        }

        var search = new LawSearch([.. derived], system.Dimension, threads: 1);
        for (int degree = 1; degree <= 4 && search.CountUnknowns(degree) <= 30 * MaximumUnknowns; degree++)
        {
            int known = pool.Members.Count;
            foreach (Law law in search.Search(degree, unlimited: false, cancellation).Laws)
            {
                pool.AddFactors(law.Polynomial);
            }

            if (pool.Members.Count > known)
            {
                return;
            }
        }
    }

    /// <summary>The divergence Σ ∂X_k/∂θ_k.</summary>
    internal static Polynomial<Integer> Divergence(VectorField<Polynomial<Integer>> field) => field.Coordinates.Zip(field.Coefficients)
        .Aggregate(Ring.Zero, (sum, part) => sum + Ring.Differentiate(part.Second, part.First));

    private static bool IsLinearForm(Polynomial<Integer> value) => value.Terms.All(term => term.Monomial.TotalDegree == 1);
}
