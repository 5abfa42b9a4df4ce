using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Tests.Laws;

/// <summary>The oracle: laws up to a degree from a dense matrix, whose columns are X(θ^a) written out, for every monomial.</summary>
internal sealed class TextbookLaws
{
    private readonly Monomial[] _monomials;
    private readonly Matrix<Integer> _kernel;

    internal TextbookLaws(ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension, int degree)
    {
        _monomials = [.. Enumerable.Range(1, degree).SelectMany(current => Monomials(dimension, current)).OrderDescending()];
        var rows = new Dictionary<(int, Monomial), Integer[]>();
        for (int column = 0; column < _monomials.Length; column++)
        {
            for (int generator = 0; generator < generators.Length; generator++)
            {
                Polynomial<Integer> image = RandomFields.Module.Apply(generators[generator], RandomFields.Ring.Term(Integer.One, _monomials[column]));
                foreach ((Integer coefficient, Monomial monomial) in image.Terms)
                {
                    if (!rows.TryGetValue((generator, monomial), out Integer[]? row))
                    {
                        rows.Add((generator, monomial), row = new Integer[_monomials.Length]);
                    }

                    row[column] = coefficient;
                }
            }
        }

        Matrix<Integer> system = Matrix.FromRows(_monomials.Length, [.. rows.Values]);
        _kernel = FractionFreeElimination.Compute(default(IntegerRing), system).Nullspace();
    }

    /// <summary>The dimension of the space of laws.</summary>
    internal int Count => _kernel.RowCount;

    /// <summary>The monomials that occur in some law.</summary>
    internal IEnumerable<Monomial> Support =>
        _monomials.Where((_, column) => Enumerable.Range(0, Count).Any(vector => !_kernel[vector, column].IsZero));

    /// <summary>The rank of polynomials as vectors of coefficients.</summary>
    internal int Rank(IEnumerable<Polynomial<Integer>> polynomials) => FractionFreeElimination.Rank(
        default(IntegerRing),
        Matrix.FromRows(_monomials.Length, [.. polynomials.Select(polynomial =>
        {
            Dictionary<Monomial, Integer> terms = polynomial.Terms.ToDictionary(term => term.Monomial, term => term.Coefficient);
            Assert.All(terms.Keys, monomial => Assert.Contains(monomial, _monomials));
            return Array.ConvertAll(_monomials, monomial => terms.GetValueOrDefault(monomial));
        })]));

    /// <summary>All monomials of a degree.</summary>
    internal static IEnumerable<Monomial> Monomials(int dimension, int degree, int first = 0)
    {
        if (degree == 0)
        {
            return [Monomial.One];
        }

        return Enumerable.Range(first, dimension - first)
            .SelectMany(variable => Monomials(dimension, degree - 1, variable).Select(rest => Monomial.Variable(variable) * rest));
    }
}
