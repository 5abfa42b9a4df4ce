using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Reports;

/// <summary>Printed laws are read back by the language.</summary>
public sealed class LawTextTests
{
    public static TheoryData<string> Ids => [.. ReferenceData.Counts.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_law_reads_back_as_the_same_polynomial(string id)
    {
        Model model = Model.Parse(ReferenceData.Counts[id].Model);
        foreach (Law law in Prover.Prove(model).Laws)
        {
            Assert.Equal(law.Polynomial, Read(model, law.Format(model.Space.Name)));
        }
    }

    [Theory]
    [InlineData("parameters s, t; phi s*t; flow momentum 1")]
    [InlineData("parameters s_, s; phi s*s_; flow gradient decay 2")]
    public void Added_variables_have_names_of_their_own(string model)
    {
        Model parsed = Model.Parse(model);
        string[] names = [.. Enumerable.Range(0, parsed.Space.Dimension).Select(parsed.Space.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    // Velocities x' are declared as x_dot and kernels, which no statement but network declares, entry by entry as W_o_c_t: the coordinates
    // are then those of the phase space, in order.
    private static Polynomial<Integer> Read(Model model, string law)
    {
        string declarations = string.Join(", ", Enumerable.Range(0, model.Space.Dimension).Select(model.Space.Name).Select(Flat).Distinct());
        if (model.Space.Parameters.All(parameter => parameter.Dimensions.Length <= 2))
        {
            declarations = string.Join(", ", Declare(model));
        }

        string first = model.Space.Name(0);
        bool isFlat = !declarations.Contains('[', StringComparison.Ordinal);
        string text = law.Replace("'", "_dot", StringComparison.Ordinal);
        Model reread = Model.Parse($"parameters {declarations}; field ({(isFlat ? Flat(text) : text)})*D[{(isFlat ? Flat(first) : first)}]");
        RationalFunction coefficient = Assert.Single(reread.Fields[0].Field.Coefficients);
        Assert.True(coefficient.IsPolynomial);
        return coefficient.Numerator;
    }

    private static string Flat(string text) => text.Replace("[", "_", StringComparison.Ordinal).Replace(",", "_", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static IEnumerable<string> Declare(Model model)
    {
        foreach (string suffix in model.Space.HasVelocities ? new[] { "", "_dot" } : [""])
        {
            foreach (Parameter parameter in model.Space.Parameters)
            {
                yield return parameter.Name + suffix + (parameter.Dimensions.IsEmpty ? "" : $"[{string.Join(',', parameter.Dimensions)}]");
            }
        }

        if (model.Space.Clock is { } clock)
        {
            yield return clock;
        }
    }
}
