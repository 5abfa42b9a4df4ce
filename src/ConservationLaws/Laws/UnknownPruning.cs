using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// An equation with a single unknown says that this unknown is zero. In law systems most equations are of that kind, so it pays to find
// them before anything is stored: field by field, among the unknowns that are still alive, over and over until nothing dies. What is left
// of a million monomials of degree 2 is usually a few thousand.

/// <summary>Finds unknowns of a law system that an equation with one unknown forces to be zero.</summary>
internal sealed class UnknownPruning
{
    private readonly ImmutableArray<Monomial> _unknowns;
    private readonly ImmutableArray<VectorField<Polynomial<Integer>>> _generators;
    private readonly int[][] _byVariable;
    private readonly bool[] _isAlive;

    // The equations of one field: the monomial, one of its unknowns with its coefficient, and whether there is another.
    private readonly Dictionary<Monomial, (int Unknown, Integer Coefficient, bool IsShared)> _equations = [];

    private UnknownPruning(ImmutableArray<Monomial> unknowns, ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension)
    {
        _unknowns = unknowns;
        _generators = generators;
        _isAlive = new bool[unknowns.Length];
        Array.Fill(_isAlive, true);
        _byVariable = IndexByVariable(unknowns, dimension);
    }

    /// <summary>The unknowns that survive, in order.</summary>
    internal static ImmutableArray<Monomial> Survivors(
        ImmutableArray<Monomial> unknowns,
        ImmutableArray<VectorField<Polynomial<Integer>>> generators,
        int dimension,
        CancellationToken cancellation)
    {
        var pruning = new UnknownPruning(unknowns, generators, dimension);
        bool anyDied = true;
        while (anyDied)
        {
            anyDied = false;
            for (int generator = 0; generator < generators.Length; generator++)
            {
                cancellation.ThrowIfCancellationRequested();
                anyDied |= pruning.Prune(generator);
            }
        }

        return [.. unknowns.Where((_, unknown) => pruning._isAlive[unknown])];
    }

    private static int[][] IndexByVariable(ImmutableArray<Monomial> unknowns, int dimension)
    {
        int[] counts = new int[dimension];
        foreach (Monomial unknown in unknowns)
        {
            foreach ((int variable, _) in unknown)
            {
                counts[variable]++;
            }
        }

        int[][] byVariable = Array.ConvertAll(counts, count => new int[count]);
        for (int unknown = unknowns.Length - 1; unknown >= 0; unknown--)
        {
            foreach ((int variable, _) in unknowns[unknown])
            {
                byVariable[variable][--counts[variable]] = unknown;
            }
        }

        return byVariable;
    }

    // Kills the unknowns that stand alone in an equation of one field.
    private bool Prune(int generator)
    {
        _equations.Clear();
        VectorField<Polynomial<Integer>> field = _generators[generator];
        for (int place = 0; place < field.Coordinates.Length; place++)
        {
            int variable = field.Coordinates[place];
            Polynomial<Integer> component = field.Coefficients[place];
            foreach (int unknown in _byVariable[variable])
            {
                if (_isAlive[unknown])
                {
                    AddTerms(unknown, variable, component);
                }
            }
        }

        bool anyDied = false;
        foreach ((int unknown, Integer coefficient, bool isShared) in _equations.Values)
        {
            if (!isShared && !coefficient.IsZero)
            {
                _isAlive[unknown] = false;
                anyDied = true;
            }
        }

        return anyDied;
    }

    private void AddTerms(int unknown, int variable, Polynomial<Integer> component)
    {
        Monomial monomial = _unknowns[unknown];
        int exponent = monomial.Exponent(variable);
        monomial.TryDivide(Monomial.Variable(variable), out Monomial lowered);
        for (int term = 0; term < component.TermCount; term++)
        {
            ref (int Unknown, Integer Coefficient, bool IsShared) equation = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                _equations, lowered * component.Monomial(term), out bool exists);
            Integer coefficient = exponent * component.Coefficient(term);
            equation = !exists ? (unknown, coefficient, false)
                : equation.Unknown == unknown ? (unknown, equation.Coefficient + coefficient, equation.IsShared)
                : (equation.Unknown, equation.Coefficient, true);
        }
    }
}
