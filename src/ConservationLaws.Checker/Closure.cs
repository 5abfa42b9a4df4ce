using System.Numerics;
using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>
/// Identities which show that near a point the words Z of the bracket rank span generators X and their brackets [X, Z], so that Frobenius' theorem gives laws:
/// by one-forms that vanish at all of them, or by structure functions.
/// </summary>
/// <param name="generators">The fields X.</param>
/// <param name="words">The words in them.</param>
/// <param name="rows">The words of the bracket rank.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Closure(Component[][] generators, Word[] words, int[] rows, Budget budget)
{
    private const int BracketCost = 256;
    private const int ComponentCost = 16;

    private readonly Component[][] _generators = Array.ConvertAll(generators, field => Plain(field, budget));

    private readonly Component[]?[] _fields = new Component[words.Length][];

    /// <summary>Checks that one-forms vanish at the words and at their brackets with the generators.</summary>
    /// <param name="forms">The forms, empty in the place of other laws.</param>
    /// <param name="dimension">The number of variables.</param>
    internal void CheckForms(Component[][] forms, int dimension)
    {
        HashSet<int> support = [.. forms.SelectMany(form => form).Select(component => component.Variable)];
        Component[][] fields = [.. rows.SelectMany(word => _generators.Select(generator => Bracket(generator, Field(word), support)).Prepend(Field(word)))];
        Laws.CheckIdentities(fields, forms, (field, form) => $"law {form}: {Name(field)} does not annihilate it", dimension, budget);

        string Name(int field)
        {
            (int row, int place) = Math.DivRem(field, _generators.Length + 1);
            return place == 0 ? $"word {rows[row]}" : NameOfBracket(place - 1, row);
        }
    }

    /// <summary>Checks q·Y = Σ f_b Z_b for Y = X and Y = [X, Z], q not zero at the point of the bracket rank.</summary>
    /// <param name="structure">The member of the certificate.</param>
    /// <param name="rank">The bracket rank.</param>
    /// <param name="point">The residues of its point.</param>
    /// <param name="dimension">The number of variables.</param>
    internal void CheckStructure(JsonElement structure, Rank rank, uint[] point, int dimension)
    {
        JsonElement[] members = structure.Members("structure", "generators", "brackets");
        JsonElement[][] brackets = members[1].List("structure", "structure, generator", (list, where) => list.Items(where).ToArray());
        bool fits = members[0].Length("structure") == _generators.Length && brackets.Length == _generators.Length && brackets.All(list => list.Length == rows.Length);
        Refusal.Unless(fits, "structure", "there is not one combination for each generator and for each of its brackets");
        (Component[] Field, string Name, JsonElement Combination)[] targets =
        [
            .. members[0].EnumerateArray().Select((combination, place) => (_generators[place], $"generator {place}", combination)),
            .. brackets.SelectMany((list, place) => list.Select((combination, row) => (Bracket(_generators[place], Field(rows[row]), null), NameOfBracket(place, row), combination))),
        ];

        // One pairing for all: along the "variables" 0 to m − 1 stand the words, along m + t the field of combination t.
        Component[][] combinations = [.. targets.Select((target, place) => Read(target.Combination, $"structure, {target.Name}", rows.Length + place))];
        ILookup<int, Component> coordinates = rows.Select(Field).Concat(targets.Select(target => target.Field))
            .SelectMany((field, slot) => field.Select(part => (part.Variable, Part: part with { Variable = slot })))
            .ToLookup(pair => pair.Variable, pair => pair.Part);
        Laws.CheckIdentities(
            combinations, [.. coordinates.Select(parts => parts.ToArray())], (place, _) => $"structure, {targets[place].Name}: the combination is not the field", dimension, budget);

        Component[] Read(JsonElement combination, string where, int slot)
        {
            JsonElement[] parts = combination.Members(where, "denominator", "terms");
            Term[] denominator = Polynomials.Read(parts[0], where, dimension);
            Component[] terms = Polynomials.ReadField(parts[1], where, dimension, 0, rows.Length - 1);
            bool isPlain = terms.Length > 0 || denominator is [{ Coefficient.IsOne: true, Variables.Length: 0 }];
            Refusal.Unless(isPlain, where, "the denominator of a combination without terms is 1");
            new Brackets(rank with { Name = $"{where}, denominator", Pivots = [1] }, point, [[new Component(1, denominator)]], [], budget).CheckFields();
            return [.. terms, new Component(slot, Array.ConvertAll(denominator, term => term with { Coefficient = BigInteger.Negate(term.Coefficient) }))];
        }
    }

    private static Component[] Plain(Component[] field, Budget budget)
    {
        var sum = new FieldSum(budget);
        Array.ForEach(field, component => sum.Add(component.Variable, FieldSum.One, component.Terms));
        return sum.Components;
    }

    private string NameOfBracket(int generator, int row) => $"the bracket of generator {generator} with word {rows[row]}";

    private Component[] Field(int word)
    {
        (int left, int right, _) = words[word];
        return _fields[word] ??= right < 0 ? _generators[left] : Bracket(Field(left), Field(right), null);
    }

    // The components of dX·Y − dY·X, those along the variables of a support alone when there is one.
    private Component[] Bracket(Component[] left, Component[] right, HashSet<int>? support)
    {
        var sum = new FieldSum(budget);
        Derive(right, left, 1);
        Derive(left, right, -1);
        return sum.Components;

        void Derive(Component[] direction, Component[] field, int sign)
        {
            budget.Spend(BracketCost + (ComponentCost * ((long)direction.Length + field.Length)));
            var along = direction.ToDictionary(component => component.Variable, component => component.Terms);
            foreach (Component component in field.Where(component => support?.Contains(component.Variable) != false))
            {
                foreach (Component derivative in Polynomials.Gradient(component.Terms, budget).Where(derivative => along.ContainsKey(derivative.Variable)))
                {
                    sum.Add(component.Variable, along[derivative.Variable], derivative.Terms, sign);
                }
            }
        }
    }
}
