using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models.Networks;

// A signal is a vector z of polynomials in the parameters θ and in formal symbols (inputs, gates, attention weights, values of smooth
// units). It is stored by its monomials m in the symbols: z = Σ_m c_m(θ)·m with vectors c_m of polynomials in θ. The coefficients of
// the output in the distinct monomials are the reparametrization φ.

/// <summary>The coefficient vector of one formal monomial, by its non-zero entries.</summary>
/// <param name="Key">The monomial m in the formal symbols.</param>
/// <param name="Positions">The positions of the signal at which it occurs, ascending.</param>
/// <param name="Coefficients">Its coefficients there, polynomials in θ.</param>
/// <param name="Weight">How many monomials of the full expansion it stands for: 1, and more after a reduction.</param>
internal sealed record FormalTerm(Monomial Key, int[] Positions, Polynomial<Integer>[] Coefficients, BigInteger Weight);

/// <summary>The value of a layer as a polynomial in formal symbols with coefficients in Z[θ].</summary>
/// <param name="Size">The number of positions.</param>
/// <param name="Terms">One term for each monomial, no two alike.</param>
internal sealed record FormalSignal(int Size, IReadOnlyList<FormalTerm> Terms)
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The sum of signals of one size.</summary>
    internal static FormalSignal Sum(int size, params ReadOnlySpan<FormalSignal> signals)
    {
        var accumulator = new FormalSignalBuilder(size);
        foreach (FormalSignal signal in signals)
        {
            foreach (FormalTerm term in signal.Terms)
            {
                for (int place = 0; place < term.Positions.Length; place++)
                {
                    accumulator.Add(term.Key, term.Weight, term.Positions[place], term.Coefficients[place]);
                }
            }
        }

        return accumulator.Build();
    }

    /// <summary>The image under an affine map.</summary>
    internal FormalSignal Apply(AffineMap map, int outputSize, CancellationToken cancellation)
    {
        var images = new List<FormalTerm>(Terms.Count);
        var products = new SortedDictionary<int, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>>();
        foreach (FormalTerm term in Terms)
        {
            cancellation.ThrowIfCancellationRequested();
            products.Clear();
            for (int place = 0; place < term.Positions.Length; place++)
            {
                foreach ((int output, int coordinate) in map.From(term.Positions[place]))
                {
                    if (!products.TryGetValue(output, out List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>? sum))
                    {
                        products.Add(output, sum = []);
                    }

                    sum.Add((Ring.Variable(coordinate), term.Coefficients[place]));
                }
            }

            images.Add(CreateTerm(term.Key, term.Weight, products));
        }

        images.RemoveAll(term => term.Positions.Length == 0);
        var image = new FormalSignal(outputSize, images);
        return map.Biases is null ? image : Sum(outputSize, image, Constant(map.Biases));
    }

    /// <summary>The signal whose entries are the given coordinates, at the monomial 1.</summary>
    internal static FormalSignal Constant(int[] coordinates) => new(
        coordinates.Length,
        [new FormalTerm(
            Monomial.One, [.. Enumerable.Range(0, coordinates.Length)], Array.ConvertAll(coordinates, Ring.Variable), BigInteger.One)]);

    /// <summary>The coefficients at one position, monomial by monomial.</summary>
    internal IEnumerable<(FormalTerm Term, Polynomial<Integer> Coefficient)> At(int position)
    {
        foreach (FormalTerm term in Terms)
        {
            int place = Array.BinarySearch(term.Positions, position);
            if (place >= 0)
            {
                yield return (term, term.Coefficients[place]);
            }
        }
    }

    private static FormalTerm CreateTerm(
        Monomial key, BigInteger weight, SortedDictionary<int, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>> products)
    {
        var positions = new List<int>(products.Count);
        var coefficients = new List<Polynomial<Integer>>(products.Count);
        foreach ((int position, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)> factors) in products)
        {
            Polynomial<Integer> sum = Ring.SumOfProducts(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(factors));
            if (!sum.IsZero)
            {
                positions.Add(position);
                coefficients.Add(sum);
            }
        }

        return new FormalTerm(key, [.. positions], [.. coefficients], weight);
    }
}
