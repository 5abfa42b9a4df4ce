using System.Numerics;

namespace ConservationLaws.Checker;

/// <summary>A field, or a covector, whose components grow by products of polynomials.</summary>
/// <param name="budget">Pays for the work.</param>
internal sealed class FieldSum(Budget budget)
{
    // A product of two terms is a node in a sorted tree; a variable or 64 bits of a coefficient take some memory, too.
    private const int ProductCost = 256;
    private const int WordCost = 16;
    private static readonly Comparer<int[]> Order = Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    private readonly SortedDictionary<int, SortedDictionary<int[], BigInteger>> _sums = [];

    /// <summary>The polynomial 1.</summary>
    internal static Term[] One { get; } = [new Term(BigInteger.One, [])];

    /// <summary>The components that are not zero, in terms without multiplicities and skipped variables.</summary>
    internal Component[] Components => [.. _sums
        .Select(sum => new Component(sum.Key, [.. sum.Value.Where(term => !term.Value.IsZero).Select(term => new Term(term.Value, term.Key))]))
        .Where(component => component.Terms.Length > 0)];

    /// <summary>Adds a product, times a sign, to the component along a variable.</summary>
    internal void Add(int variable, Term[] left, Term[] right, int sign = 1)
    {
        _sums.TryAdd(variable, new SortedDictionary<int[], BigInteger>(Order));
        SortedDictionary<int[], BigInteger> sum = _sums[variable];
        foreach ((Term first, Term second) in left.SelectMany(first => right.Select(second => (first, second))))
        {
            long firstWords = 1 + (first.Coefficient.GetBitLength() / 64), secondWords = 1 + (second.Coefficient.GetBitLength() / 64);
            budget.Spend(ProductCost + (WordCost * (first.Variables.Length + second.Variables.Length + firstWords + secondWords)) + (firstWords * secondWords));
            int[] variables = [.. Factors(first), .. Factors(second)];
            Array.Sort(variables);
            sum[variables] = sum.GetValueOrDefault(variables) + (sign * first.Coefficient * first.Multiplicity * second.Coefficient * second.Multiplicity);
        }
    }

    private static IEnumerable<int> Factors(Term term) => term.Variables.Where((_, place) => place != term.Skip);
}
