using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

/// <summary>Checks laws as polynomial identities over Z, by multiplying polynomials: independently of how they were found.</summary>
internal sealed class LawVerification
{
    private readonly Dictionary<int, List<(int Generator, Polynomial<Integer> Component)>> _byCoordinate = [];

    /// <summary>Prepares checks against generators.</summary>
    internal LawVerification(ImmutableArray<VectorField<Polynomial<Integer>>> generators)
    {
        for (int generator = 0; generator < generators.Length; generator++)
        {
            VectorField<Polynomial<Integer>> field = generators[generator];
            for (int place = 0; place < field.Coordinates.Length; place++)
            {
                ref List<(int Generator, Polynomial<Integer> Component)>? components =
                    ref CollectionsMarshal.GetValueRefOrAddDefault(_byCoordinate, field.Coordinates[place], out _);
                components ??= [];
                components.Add((generator, field.Coefficients[place]));
            }
        }
    }

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The first generator X for which X(h) = Σ X_k ∂h/∂θ_k is not the zero polynomial, or −1 when h is a law.</summary>
    internal int FindViolation(Polynomial<Integer> law, CancellationToken cancellation)
    {
        var products = new SortedDictionary<int, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>>();
        foreach (int variable in law.Variables)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_byCoordinate.TryGetValue(variable, out List<(int Generator, Polynomial<Integer> Component)>? components))
            {
                continue;
            }

            Polynomial<Integer> derivative = Ring.Differentiate(law, variable);
            foreach ((int generator, Polynomial<Integer> component) in components)
            {
                if (!products.TryGetValue(generator, out List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>? sum))
                {
                    products.Add(generator, sum = []);
                }

                sum.Add((derivative, component));
            }
        }

        foreach ((int generator, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)> sum) in products)
        {
            if (!Ring.SumOfProducts(CollectionsMarshal.AsSpan(sum)).IsZero)
            {
                return generator;
            }
        }

        return -1;
    }
}
