using ConservationLaws.Laws;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Inputs that numerical ranks and kernels answer wrongly (math.md 7.7).</summary>
public sealed class NumericalTrapTests
{
    private static string Twelve(Func<int, string> term) => string.Join(" + ", Enumerable.Range(1, 12).Select(term));

    [Fact]
    public void Twelve_variables_with_slowly_spreading_brackets_have_no_law()
    {
        // A numerical rank stops at 10.
        string model = $"parameters x[12]; phi {Twelve(i => $"x[{i}]")}, {Twelve(i => $"{i}*x[{i}]^2")}";
        Theorem theorem = Answers.HasExactly(0, model);
        Assert.Equal(12, theorem.Ladder.Dimension);
    }

    [Fact]
    public void Integers_beyond_53_bits_are_told_apart() =>
        Answers.HasExactly(0, "parameters x, y; phi (2^53 + 1)*x + 2^53*y, x + y");

    [Fact]
    public void A_linear_law_is_not_lost_in_rounding()
    {
        Model model = Model.Parse("parameters x, y, z; phi 6*x + 8*y + 18*z, 13*x + 2*y + z, 19*x + 10*y + 19*z");
        Law law = Assert.Single(PolynomialLaws.Find(model, 1, all: true));
        Assert.Equal("7*x - 57*y + 23*z", law.Format(model.Space.Name));
        Answers.HasExactly(1, model.Source.Text);
    }

    [Fact]
    public void Laws_of_degree_8_in_three_variables_are_no_three_independent_ones()
    {
        Model model = Model.Parse("parameters x, y, z; phi x*y*z");
        Assert.Equal(2, PolynomialLaws.Find(model, 8, all: false).Length);
        // In degrees 2, 4, 6, 8 the products of two laws: 2 + 3 + 4 + 5.
        Assert.Equal(14, PolynomialLaws.Find(model, 8, all: true).Length);
        Answers.HasExactly(2, model.Source.Text);
    }

    [Fact]
    public void Large_coefficients_do_not_hide_small_ones() => Answers.HasExactly(1, "parameters u, v, w; phi 10^18*u*v, w");
}
