using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Symmetries;

// Terms are kept twice: as factors (variables of term t at _factors[_factorStarts[t].._factorStarts[t+1]], with exponents), from which the key
// under a permutation is made, and as keys, which within a polynomial ascend. So the image of a polynomial, sorted, is compared word by word.

/// <summary>A family of different polynomials, up to sign, that a permutation of the variables may map to itself.</summary>
internal sealed class PolynomialFamily<TKey, TPacking> : IPolynomialFamily
    where TKey : struct, IEquatable<TKey>, IComparable<TKey>
    where TPacking : struct, IMonomialPacking<TKey>
{
    private readonly TPacking _packing;
    private readonly int[] _starts;
    private readonly int[] _factorStarts;
    private readonly (int Variable, int Exponent)[] _factors;
    private readonly TKey[] _keys;
    private readonly Integer[] _coefficients;
    private readonly Integer[] _sortedCoefficients;
    private readonly Dictionary<int, List<int>> _byHash = [];

    internal PolynomialFamily(TPacking packing, IReadOnlyList<Polynomial<Integer>> polynomials)
    {
        _packing = packing;
        _starts = new int[polynomials.Count + 1];
        for (int index = 0; index < polynomials.Count; index++)
        {
            _starts[index + 1] = _starts[index] + polynomials[index].TermCount;
        }

        _factorStarts = new int[_starts[^1] + 1];
        _keys = new TKey[_starts[^1]];
        _coefficients = new Integer[_starts[^1]];
        var all = new List<(int Variable, int Exponent)>();
        var factors = new List<(int Variable, int Exponent)>();
        int place = 0;
        foreach (Polynomial<Integer> polynomial in polynomials)
        {
            for (int term = 0; term < polynomial.TermCount; term++)
            {
                polynomial.CopyFactors(term, factors);
                all.AddRange(factors);
                _keys[place] = packing.Pack(CollectionsMarshal.AsSpan(factors));
                _coefficients[place] = polynomial.Coefficient(term);
                _factorStarts[++place] = all.Count;
            }
        }

        _factors = [.. all];
        _sortedCoefficients = (Integer[])_coefficients.Clone();
        for (int index = 0; index < polynomials.Count; index++)
        {
            Span<TKey> keys = Of(_keys, index);
            Span<Integer> coefficients = Of(_sortedCoefficients, index);
            keys.Sort(coefficients);
            int hash = Hash(keys, coefficients);
            if (!_byHash.TryGetValue(hash, out List<int>? alike))
            {
                _byHash.Add(hash, alike = []);
            }

            alike.Add(index);
        }
    }

    /// <inheritdoc/>
    public int[] Images(int[] permutation, CancellationToken cancellation)
    {
        int[] images = new int[_starts.Length - 1];
        TKey[] keys = [];
        Integer[] coefficients = [];
        var moved = new List<(int Variable, int Exponent)>();
        for (int index = 0; index < images.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = _starts[index + 1] - _starts[index];
            if (keys.Length < count)
            {
                (keys, coefficients) = (new TKey[count], new Integer[count]);
            }

            for (int term = 0; term < count; term++)
            {
                keys[term] = KeyOfImage(_starts[index] + term, permutation, moved);
            }

            Of(_coefficients, index).CopyTo(coefficients);
            Span<TKey> sorted = keys.AsSpan(0, count);
            Span<Integer> beside = coefficients.AsSpan(0, count);
            sorted.Sort(beside);
            images[index] = Find(sorted, beside);
        }

        return images;
    }

    private TKey KeyOfImage(int term, int[] permutation, List<(int Variable, int Exponent)> moved)
    {
        moved.Clear();
        foreach ((int variable, int exponent) in _factors.AsSpan(_factorStarts[term].._factorStarts[term + 1]))
        {
            moved.Add((permutation[variable], exponent));
        }

        moved.Sort(static (left, right) => left.Variable.CompareTo(right.Variable));
        return _packing.Pack(CollectionsMarshal.AsSpan(moved));
    }

    private int Find(ReadOnlySpan<TKey> keys, ReadOnlySpan<Integer> coefficients)
    {
        foreach (int index in _byHash.GetValueOrDefault(Hash(keys, coefficients)) ?? [])
        {
            if (Of(_keys, index).SequenceEqual(keys) && AreProportional(Of(_sortedCoefficients, index), coefficients))
            {
                return index;
            }
        }

        return -1;
    }

    // Equal, or each the negative of the other; neither is empty.
    private static bool AreProportional(ReadOnlySpan<Integer> left, ReadOnlySpan<Integer> right)
    {
        if (left[0] == right[0])
        {
            return left.SequenceEqual(right);
        }

        for (int place = 0; place < left.Length; place++)
        {
            if (left[place] != -right[place])
            {
                return false;
            }
        }

        return true;
    }

    private static int Hash(ReadOnlySpan<TKey> keys, ReadOnlySpan<Integer> coefficients)
    {
        var hash = new HashCode();
        foreach (TKey key in keys)
        {
            hash.Add(key);
        }

        foreach (Integer coefficient in coefficients)
        {
            hash.Add(Integer.Abs(coefficient));
        }

        return hash.ToHashCode();
    }

    private Span<T> Of<T>(T[] array, int index) => array.AsSpan(_starts[index].._starts[index + 1]);
}
