using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>A law, given by a one-form.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Form">The form without its denominator; for polynomials their differential, for quotients P/Q the form Q dP − P dQ.</param>
/// <param name="Denominator">The polynomial Q; 1 where the class has none.</param>
/// <param name="Kernel">The fields T of the class <c>solvable</c>.</param>
/// <param name="Pivots">The variables of their rank.</param>
internal sealed record Law(string Class, Component[] Form, Term[] Denominator, Component[][] Kernel, JsonElement Pivots)
{
    internal static Law Read(JsonElement value, string where, int dimension, Budget budget)
    {
        string name = value.Peek("class");
        string[] names = name switch
        {
            "polynomial" => ["polynomial"],
            "rational" => ["numerator", "denominator"],
            "closed" => ["form", "denominator"],
            "solvable" => ["form", "denominator", "kernel", "kernelPivots"],
            "integrable" => ["form"],
            _ => throw new Refusal($"{where}: its class is not known"),
        };
        JsonElement[] members = value.Members(where, ["class", .. names]);
        Term[] denominator = names.Length > 1 ? Polynomials.Read(members[2], where, dimension) : FieldSum.One;
        Component[] form = name switch
        {
            "polynomial" => Polynomials.Gradient(Polynomials.Read(members[1], where, dimension), budget),
            "rational" => Quotient(Polynomials.Read(members[1], where, dimension), denominator, budget),
            _ => Polynomials.ReadField(members[1], where, dimension),
        };
        return name == "solvable"
            ? new Law(name, form, denominator, members[3].List(where, where + ", field", (field, inner) => Polynomials.ReadField(field, inner, dimension)), members[4])
            : new Law(name, form, denominator, [], default);
    }

    private static Component[] Quotient(Term[] numerator, Term[] denominator, Budget budget)
    {
        var sum = new FieldSum(budget);
        Array.ForEach(Polynomials.Gradient(numerator, budget), part => sum.Add(part.Variable, part.Terms, denominator));
        Array.ForEach(Polynomials.Gradient(denominator, budget), part => sum.Add(part.Variable, part.Terms, numerator, -1));
        return sum.Components;
    }
}

/// <summary>What a one-form that vanishes at the generators needs to stand for a law: a denominator that is not zero at the point, and for the form ω dω = 0, on all fields or on those that earlier laws annihilate.</summary>
/// <param name="rank">The rank of the laws.</param>
/// <param name="point">The residues of its point.</param>
/// <param name="dimension">The number of variables.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Forms(Rank rank, uint[] point, int dimension, Budget budget)
{
    /// <summary>Checks the law behind some others.</summary>
    /// <param name="law">The law.</param>
    /// <param name="earlier">All laws before it.</param>
    /// <param name="modulus">The modulus of the rank.</param>
    internal void Check(Law law, Law[] earlier, JsonElement modulus)
    {
        string where = $"law {earlier.Length}";
        if (law.Class is "rational" or "closed" or "solvable")
        {
            CheckRank(rank with { Name = $"{where}, denominator", Pivots = [1] }, [[new Component(1, law.Denominator)]]);
        }

        if (law.Class == "closed")
        {
            Refusal.Unless(Differential(law).All(row => row.Parts.Length == 0), where, "the form is not closed");
        }

        if (law.Class == "solvable")
        {
            int size = dimension - earlier.Length;
            Refusal.Unless(earlier.All(other => other.Class != "integrable"), where, "an integrable law stands before it");
            Refusal.Unless(law.Kernel.Length == size, where, $"there are {law.Kernel.Length} fields instead of {size}");
            CheckRank(Rank.Read($"{where}, kernel", modulus, law.Pivots, size, dimension), law.Kernel);
            Laws.CheckIdentities(law.Kernel, Array.ConvertAll(earlier, other => other.Form), (field, other) => $"{where}: law {other} does not annihilate field {field}", dimension, budget);
            (int Variable, Component[] Parts)[] differential = [.. Differential(law)];
            Component[][] contractions = Array.ConvertAll(law.Kernel, field => Contract(differential, field.ToDictionary(part => part.Variable, part => part.Terms)));
            Laws.CheckIdentities(law.Kernel, contractions, (field, other) => $"{where}: the differential of the form does not vanish at the fields {other} and {field}", dimension, budget);
        }
    }

    private void CheckRank(Rank ofFields, Component[][] fields) => new Brackets(ofFields, point, fields, [], budget).CheckFields();

    // The rows of the matrix Q² dω(∂_i, ∂_j) = Q ∂_i P_j − Q ∂_j P_i − P_j ∂_i Q + P_i ∂_j Q.
    private IEnumerable<(int Variable, Component[] Parts)> Differential(Law law)
    {
        var rows = new SortedDictionary<int, FieldSum>();
        Component[] gradient = Polynomials.Gradient(law.Denominator, budget);
        foreach (Component part in law.Form)
        {
            Array.ForEach(Polynomials.Gradient(part.Terms, budget), slope => AddBoth(slope.Variable, part.Variable, law.Denominator, slope.Terms, 1));
            Array.ForEach(gradient, slope => AddBoth(slope.Variable, part.Variable, part.Terms, slope.Terms, -1));
        }

        return rows.Select(row => (row.Key, row.Value.Components));

        void AddBoth(int first, int second, Term[] left, Term[] right, int sign)
        {
            rows.TryAdd(first, new FieldSum(budget));
            rows[first].Add(second, left, right, sign);
            rows.TryAdd(second, new FieldSum(budget));
            rows[second].Add(first, left, right, -sign);
        }
    }

    // The covector Q² dω(∂_i, T).
    private Component[] Contract((int Variable, Component[] Parts)[] differential, Dictionary<int, Term[]> field)
    {
        var sum = new FieldSum(budget);
        foreach ((int variable, Component part) in differential.SelectMany(row => row.Parts.Where(part => field.ContainsKey(part.Variable)).Select(part => (row.Variable, part))))
        {
            sum.Add(variable, part.Terms, field[part.Variable]);
        }

        return sum.Components;
    }
}
