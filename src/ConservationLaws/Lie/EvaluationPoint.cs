using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Lie;

/// <summary>A point with rational coordinates, together with the prime modulo which ranks are computed there.</summary>
/// <remarks>
/// A rank modulo a prime at a rational point is at most the rank over Q there, and that at most the generic rank (math.md 1.4,
/// "modular soundness"): an unlucky point or prime may leave an answer open, never make it wrong.
/// </remarks>
internal sealed class EvaluationPoint
{
    // Integer coordinates in 1..2^30: a polynomial of degree d that is not zero vanishes at a share of at most d/2^30 of such points.
    private const uint Range = 1u << 30;

    private EvaluationPoint(PrimeField field, ImmutableArray<Rational> values)
    {
        Field = field;
        Values = values;
        Residues = new uint[values.Length];
        for (int coordinate = 0; coordinate < Residues.Length; coordinate++)
        {
            Residues[coordinate] = field.FromRational(values[coordinate]);
        }
    }

    /// <summary>The prime field.</summary>
    internal PrimeField Field { get; }

    /// <summary>The coordinates.</summary>
    internal ImmutableArray<Rational> Values { get; }

    /// <summary>The coordinates modulo the prime.</summary>
    internal uint[] Residues { get; }

    /// <summary>The seeded integer point of an attempt; different attempts take different points and primes.</summary>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="attempt">0 for the first attempt.</param>
    internal static EvaluationPoint Generic(int dimension, ulong seed, int attempt)
    {
        var random = new SplitMix64(unchecked(seed + ((ulong)attempt << 32)));
        ImmutableArray<Rational>.Builder values = ImmutableArray.CreateBuilder<Rational>(dimension);
        for (int coordinate = 0; coordinate < dimension; coordinate++)
        {
            values.Add(new Rational(1 + (long)random.NextBelow(Range)));
        }

        return new EvaluationPoint(new PrimeField(Primes.At(attempt % Primes.Count)), values.MoveToImmutable());
    }

    /// <summary>A point with given coordinates.</summary>
    /// <param name="values">The coordinates; the prime divides none of their denominators.</param>
    /// <param name="prime">The prime.</param>
    internal static EvaluationPoint At(ImmutableArray<Rational> values, uint prime) => new(new PrimeField(prime), values);

    /// <summary>This point with the coordinates that are not kept replaced by 0.</summary>
    internal EvaluationPoint Masked(bool[] isKept) =>
        new(Field, [.. Values.Select((value, coordinate) => isKept[coordinate] ? value : Rational.Zero)]);

    /// <summary>The coordinates of a subspace alone.</summary>
    /// <param name="coordinates">The coordinates kept, in their new order.</param>
    internal EvaluationPoint Restrict(IEnumerable<int> coordinates) => new(Field, [.. coordinates.Select(coordinate => Values[coordinate])]);

    /// <summary>This point with some coordinates replaced, modulo the first prime that divides no denominator.</summary>
    internal EvaluationPoint With(IReadOnlyDictionary<int, Rational> coordinates)
    {
        Rational[] values = [.. Values];
        foreach ((int coordinate, Rational value) in coordinates)
        {
            values[coordinate] = value;
        }

        for (int index = 0; index < Primes.Count; index++)
        {
            uint prime = Primes.At(index);
            if (coordinates.Values.All(value => Integer.Modulo(value.Denominator, prime) != 0))
            {
                return new EvaluationPoint(new PrimeField(prime), [.. values]);
            }
        }

        throw new ArgumentException("Every prime of the table divides a denominator.", nameof(coordinates));
    }
}
