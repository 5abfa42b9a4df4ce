using System.Numerics;

namespace ConservationLaws.Checker;

/// <summary>The term coefficient · multiplicity · θ^variables, without the variable at place <paramref name="Skip"/>: so a derivative shares the list of the term it comes from.</summary>
internal readonly record struct Term(BigInteger Coefficient, int[] Variables, int Multiplicity = 1, int Skip = -1);

/// <summary>The component of a vector field, or of a gradient, along a variable.</summary>
internal readonly record struct Component(int Variable, Term[] Terms);

/// <summary>Polynomials and vector fields as a certificate writes them.</summary>
internal static class Polynomials
{
    /// <summary>Reads a polynomial; its terms must be in order.</summary>
    internal static Term[] Read(ref StrictJson json)
    {
        var terms = new List<Term>();
        for (json.BeginArray(); json.NextItem();)
        {
            json.BeginArray();
            json.Item("a coefficient");
            BigInteger coefficient = json.Integer();
            json.Item("a list of variables");
            int[] variables = json.Variables();
            json.EndArray();
            for (int place = 1; place < variables.Length; place++)
            {
                if (variables[place] < variables[place - 1])
                {
                    throw json.Refuse("the variables of a monomial are not in ascending order");
                }
            }

            if (coefficient.IsZero)
            {
                throw json.Refuse("a coefficient is zero");
            }

            if (terms.Count > 0 && !IsBefore(terms[^1].Variables, variables))
            {
                throw json.Refuse("the terms of a polynomial are not in strictly ascending order");
            }

            terms.Add(new Term(coefficient, variables));
        }

        return [.. terms];
    }

    /// <summary>Reads a vector field: pairs of a variable and a polynomial that is not zero.</summary>
    internal static Component[] ReadField(ref StrictJson json)
    {
        Component[] field = json.List(static (ref json) =>
        {
            json.BeginArray();
            json.Item("a variable");
            int variable = json.Variable();
            json.Item("a polynomial");
            var component = new Component(variable, Read(ref json));
            json.EndArray();
            return component.Terms.Length > 0 ? component : throw json.Refuse($"the component of variable {variable} is zero");
        });
        RequireAscending(field.Select(component => component.Variable), json);
        return field;
    }

    /// <summary>Asserts that variables are in strictly ascending order.</summary>
    internal static void RequireAscending(IEnumerable<int> variables, in StrictJson json)
    {
        int last = 0;
        foreach (int variable in variables)
        {
            last = variable > last ? variable : throw json.Refuse($"variable {variable} does not stand in strictly ascending order");
        }
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
                next = place + 1;
                while (next < variables.Length && variables[next] == variables[place])
                {
                    next++;
                }

                if (!components.TryGetValue(variables[place], out List<Term>? terms))
                {
                    components[variables[place]] = terms = [];
                }

                terms.Add(term with { Multiplicity = next - place, Skip = place });
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
