using System.Numerics;
using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>The term coefficient · multiplicity · θ^variables, without the variable at place <paramref name="Skip"/>: so a derivative shares the list of the term it comes from.</summary>
internal readonly record struct Term(BigInteger Coefficient, int[] Variables, int Multiplicity = 1, int Skip = -1);

/// <summary>The component of a vector field, or of a gradient, along a variable.</summary>
internal readonly record struct Component(int Variable, Term[] Terms);

/// <summary>Polynomials and vector fields.</summary>
internal static class Polynomials
{
    /// <summary>Reads a polynomial in variables 1 to <paramref name="dimension"/>; its terms must be in order.</summary>
    internal static Term[] Read(JsonElement value, string where, int dimension)
    {
        var terms = new Term[value.Length(where)];
        int place = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            (JsonElement coefficient, JsonElement variables) = item.Pair(where);
            var term = new Term(coefficient.Integer(where), variables.Indices(where, 1, dimension));
            Refusal.Unless(!term.Coefficient.IsZero, where, "a coefficient is zero");
            for (int factor = 1; factor < term.Variables.Length; factor++)
            {
                Refusal.Unless(term.Variables[factor - 1] <= term.Variables[factor], where, "the variables of a monomial are not in ascending order");
            }

            Refusal.Unless(place == 0 || IsBefore(terms[place - 1].Variables, term.Variables), where, "the terms are not in strictly ascending order");
            terms[place++] = term;
        }

        return terms;
    }

    /// <summary>Reads a vector field: pairs of a variable and a polynomial that is not zero. The variables, or what stands for them, go from 1 to the dimension unless other bounds are given.</summary>
    internal static Component[] ReadField(JsonElement value, string where, int dimension, int least = 1, int? most = null)
    {
        int last = least - 1;
        return value.List(where, where + ", component", (item, inner) =>
        {
            (JsonElement variable, JsonElement polynomial) = item.Pair(inner);
            var component = new Component(variable.Index(inner, last + 1, most ?? dimension), Read(polynomial, inner, dimension));
            Refusal.Unless(component.Terms.Length > 0, inner, "it is zero");
            last = component.Variable;
            return component;
        });
    }

    /// <summary>The gradient of a polynomial.</summary>
    internal static Component[] Gradient(Term[] polynomial, Budget budget)
    {
        var components = new SortedDictionary<int, List<Term>>();
        foreach (Term term in polynomial)
        {
            int[] variables = term.Variables;
            for (int place = 0, next; place < variables.Length; place = next)
            {
                budget.Spend(variables.Length);
                for (next = place + 1; next < variables.Length && variables[next] == variables[place]; next++)
                {
                }

                components.TryAdd(variables[place], []);
                components[variables[place]].Add(term with { Multiplicity = next - place, Skip = place });
            }
        }

        return [.. components.Select(component => new Component(component.Key, [.. component.Value]))];
    }

    // Entry by entry; the end of a list counts as larger than every variable.
    private static bool IsBefore(int[] left, int[] right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        return common < left.Length && (common == right.Length || left[common] < right[common]);
    }
}
