using System.Numerics;

namespace ConservationLaws.Checker;

/// <summary>One-forms ω in the place of laws: ω(Z) = 0 and ω([X, Z]) = 0 for generators X and words Z, as identities over Z.</summary>
/// <param name="generators">The fields X.</param>
/// <param name="words">The words in them.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Forms(Component[][] generators, Word[] words, Budget budget)
{
    // A product of two terms is a node in a sorted tree; a variable or 64 bits of a coefficient take some memory, too.
    private const int ProductCost = 256;
    private const int WordCost = 16;
    private static readonly Comparer<int[]> Order = Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    private readonly Component[][] _generators = Array.ConvertAll(generators, field => Array.ConvertAll(field, component =>
        new Component(component.Variable, Array.ConvertAll(component.Terms, term => Product(new Term(BigInteger.One, []), term, budget)))));

    private readonly Component[]?[] _fields = new Component[words.Length][];

    /// <summary>Checks forms at the words of the bracket rank and at their brackets with the generators.</summary>
    /// <param name="forms">The forms, empty in the place of other laws.</param>
    /// <param name="rows">The words of the bracket rank.</param>
    /// <param name="dimension">The number of variables.</param>
    internal void Check(Component[][] forms, int[] rows, int dimension)
    {
        HashSet<int> support = [.. forms.SelectMany(form => form).Select(component => component.Variable)];
        Component[][] fields = [.. rows.SelectMany(word => _generators.Select(generator => Bracket(generator, Field(word), support)).Prepend(Field(word)))];
        Laws.CheckIdentities(fields, forms, Name, dimension, budget);

        string Name(int field)
        {
            (int row, int place) = Math.DivRem(field, _generators.Length + 1);
            return place == 0 ? $"word {rows[row]}" : $"the bracket of generator {place - 1} with word {rows[row]}";
        }
    }

    private Component[] Field(int word)
    {
        (int left, int right, _) = words[word];
        return _fields[word] ??= right < 0 ? _generators[left] : Bracket(Field(left), Field(right), null);
    }

    // The components of a bracket, those along the variables of a support alone when there is one.
    private Component[] Bracket(Component[] left, Component[] right, HashSet<int>? support)
    {
        var sums = new SortedDictionary<int, SortedDictionary<int[], BigInteger>>();
        Derive(left, right, 1);
        Derive(right, left, -1);
        var components = sums.Select(sum => new Component(sum.Key, [.. sum.Value.Where(term => !term.Value.IsZero).Select(term => new Term(term.Value, term.Key))]));
        return [.. components.Where(component => component.Terms.Length > 0)];

        void Derive(Component[] direction, Component[] field, int sign)
        {
            budget.Spend(ProductCost + (WordCost * ((long)direction.Length + field.Length)));
            var along = direction.ToDictionary(component => component.Variable, component => component.Terms);
            var products =
                from component in field
                where support is null || support.Contains(component.Variable)
                from derivative in Polynomials.Gradient(component.Terms, budget)
                from first in along.GetValueOrDefault(derivative.Variable, [])
                from second in derivative.Terms
                select (component.Variable, Product(first, second, budget));
            foreach ((int variable, Term term) in products)
            {
                sums.TryAdd(variable, new SortedDictionary<int[], BigInteger>(Order));
                sums[variable][term.Variables] = sums[variable].GetValueOrDefault(term.Variables) + (sign * term.Coefficient);
            }
        }
    }

    // Without multiplicities and skipped variables.
    private static Term Product(Term left, Term right, Budget budget)
    {
        long leftWords = 1 + (left.Coefficient.GetBitLength() / 64), rightWords = 1 + (right.Coefficient.GetBitLength() / 64);
        budget.Spend(ProductCost + (WordCost * (left.Variables.Length + right.Variables.Length + leftWords + rightWords)) + (leftWords * rightWords));
        int[] variables = [.. Factors(left), .. Factors(right)];
        Array.Sort(variables);
        return new Term(left.Coefficient * left.Multiplicity * right.Coefficient * right.Multiplicity, variables);
    }

    private static IEnumerable<int> Factors(Term term) => term.Variables.Where((_, place) => place != term.Skip);
}
