using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Certificates;

/// <summary>The spelling of polynomials in certificates: ascending lists of variables, counted from 1, in lexicographic order.</summary>
internal static class CertificatePolynomial
{
    /// <summary>The terms in the order of a certificate: the variables, repeated as often as they occur, and the place of the term.</summary>
    internal static (int[] Variables, int Term)[] OrderedTerms(Polynomial<Integer> polynomial)
    {
        var terms = new (int[] Variables, int Term)[polynomial.TermCount];
        var factors = new List<(int Variable, int Exponent)>();
        for (int term = 0; term < terms.Length; term++)
        {
            polynomial.CopyFactors(term, factors);
            terms[term] = ([.. factors.SelectMany(factor => Enumerable.Repeat(factor.Variable + 1, factor.Exponent))], term);
        }

        Array.Sort(terms, (left, right) => Compare(left.Variables, right.Variables));
        return terms;
    }

    // The end of a list counts as larger than every variable.
    private static int Compare(int[] left, int[] right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        return common == left.Length || common == right.Length ? right.Length.CompareTo(left.Length) : left[common].CompareTo(right[common]);
    }
}
