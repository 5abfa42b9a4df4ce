using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models.Networks;

/// <summary>Collects coefficients by formal monomial and position, adding those that meet.</summary>
internal sealed class FormalSignalBuilder
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private readonly int _size;
    private readonly Dictionary<Monomial, int> _places = [];
    private readonly List<(Monomial Key, BigInteger Weight, SortedDictionary<int, Polynomial<Integer>> Entries)> _terms = [];

    internal FormalSignalBuilder(int size) => _size = size;

    /// <summary>Adds a coefficient.</summary>
    internal void Add(Monomial key, BigInteger weight, int position, Polynomial<Integer> coefficient)
    {
        if (!_places.TryGetValue(key, out int place))
        {
            place = _terms.Count;
            _places.Add(key, place);
            _terms.Add((key, weight, []));
        }

        SortedDictionary<int, Polynomial<Integer>> entries = _terms[place].Entries;
        entries[position] = entries.TryGetValue(position, out Polynomial<Integer>? present) ? Ring.Add(present, coefficient) : coefficient;
    }

    /// <summary>The signal collected so far, its terms in the order of first appearance; zeros are dropped.</summary>
    internal FormalSignal Build()
    {
        var terms = new List<FormalTerm>(_terms.Count);
        foreach ((Monomial key, BigInteger weight, SortedDictionary<int, Polynomial<Integer>> entries) in _terms)
        {
            KeyValuePair<int, Polynomial<Integer>>[] present = [.. entries.Where(entry => !entry.Value.IsZero)];
            if (present.Length > 0)
            {
                terms.Add(new FormalTerm(
                    key, Array.ConvertAll(present, entry => entry.Key), Array.ConvertAll(present, entry => entry.Value), weight));
            }
        }

        return new FormalSignal(_size, terms);
    }
}
