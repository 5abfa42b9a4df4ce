using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>The oracle: a dictionary from exponents written out as text to a BigInteger; slow and obvious.</summary>
public sealed class TextbookPolynomial
{
    private readonly Dictionary<string, (SortedDictionary<int, long> Exponents, BigInteger Coefficient)> _terms = new(StringComparer.Ordinal);

    public static TextbookPolynomial From(Polynomial<Integer> value)
    {
        var result = new TextbookPolynomial();
        foreach ((Integer coefficient, Monomial monomial) in value.Terms)
        {
            result.Accumulate(new SortedDictionary<int, long>(monomial.ToDictionary(f => f.Variable, f => (long)f.Exponent)), coefficient.ToBigInteger());
        }

        return result;
    }

    public static TextbookPolynomial Add(TextbookPolynomial left, TextbookPolynomial right, int sign = 1)
    {
        var result = new TextbookPolynomial();
        foreach ((SortedDictionary<int, long> exponents, BigInteger coefficient) in left._terms.Values)
        {
            result.Accumulate(exponents, coefficient);
        }

        foreach ((SortedDictionary<int, long> exponents, BigInteger coefficient) in right._terms.Values)
        {
            result.Accumulate(exponents, sign * coefficient);
        }

        return result;
    }

    public static TextbookPolynomial Multiply(TextbookPolynomial left, TextbookPolynomial right)
    {
        var result = new TextbookPolynomial();
        foreach ((SortedDictionary<int, long> a, BigInteger c) in left._terms.Values)
        {
            foreach ((SortedDictionary<int, long> b, BigInteger d) in right._terms.Values)
            {
                var product = new SortedDictionary<int, long>(a);
                foreach ((int variable, long exponent) in b)
                {
                    product[variable] = product.GetValueOrDefault(variable) + exponent;
                }

                result.Accumulate(product, c * d);
            }
        }

        return result;
    }

    public static TextbookPolynomial Differentiate(TextbookPolynomial value, int variable)
    {
        var result = new TextbookPolynomial();
        foreach ((SortedDictionary<int, long> exponents, BigInteger coefficient) in value._terms.Values)
        {
            if (exponents.TryGetValue(variable, out long exponent))
            {
                var lowered = new SortedDictionary<int, long>(exponents) { [variable] = exponent - 1 };
                if (exponent == 1)
                {
                    lowered.Remove(variable);
                }

                result.Accumulate(lowered, exponent * coefficient);
            }
        }

        return result;
    }

    /// <summary>The terms in descending graded lexicographic order, computed from scratch, must be the given polynomial's.</summary>
    public void AssertSame(Polynomial<Integer> actual)
    {
        var expected = _terms.Values.Where(t => !t.Coefficient.IsZero).ToList();
        expected.Sort(static (a, b) => Compare(b.Exponents, a.Exponents));
        Assert.Equal(expected.Count, actual.TermCount);
        for (int term = 0; term < expected.Count; term++)
        {
            Assert.Equal(expected[term].Coefficient, actual.Coefficient(term).ToBigInteger());
            Assert.Equal(expected[term].Exponents.Select(e => (e.Key, (int)e.Value)), actual.Monomial(term));
        }

        int[] variables = [.. expected.SelectMany(t => t.Exponents.Keys).Distinct().Order()];
        Assert.Equal(variables, actual.Variables.ToArray());
        Assert.Equal(expected.Count == 0 ? -1 : expected.Max(t => t.Exponents.Values.Sum()), actual.TotalDegree);
    }

    private static int Compare(SortedDictionary<int, long> a, SortedDictionary<int, long> b)
    {
        int byDegree = a.Values.Sum().CompareTo(b.Values.Sum());
        if (byDegree != 0)
        {
            return byDegree;
        }

        foreach (int variable in a.Keys.Union(b.Keys).Order())
        {
            int byExponent = a.GetValueOrDefault(variable).CompareTo(b.GetValueOrDefault(variable));
            if (byExponent != 0)
            {
                return byExponent;
            }
        }

        return 0;
    }

    private void Accumulate(SortedDictionary<int, long> exponents, BigInteger coefficient)
    {
        string key = string.Join(',', exponents.Select(e => $"{e.Key}:{e.Value}"));
        BigInteger present = _terms.TryGetValue(key, out (SortedDictionary<int, long> Exponents, BigInteger Coefficient) term) ? term.Coefficient : 0;
        _terms[key] = (exponents, present + coefficient);
    }
}
