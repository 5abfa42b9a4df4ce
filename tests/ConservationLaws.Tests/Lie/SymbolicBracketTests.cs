using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Reports;

namespace ConservationLaws.Tests.Lie;

/// <summary>Brackets as formulas.</summary>
public sealed class SymbolicBracketTests
{
    private static readonly Model s_model = Model.Parse("parameters x, y, z; field A = D[x]; field D[y] + x*D[z]; field C = (x/y)*D[z]");

    [Theory]
    [InlineData("A", 0)]
    [InlineData("C", 2)]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    [InlineData("3", 2)]
    [InlineData("0", -1)]
    [InlineData("4", -1)]
    [InlineData("B", -1)]
    [InlineData("", -1)]
    [InlineData("99999999999", -1)]
    public void Fields_are_found_by_name_or_number(string name, int field) => Assert.Equal(field, SymbolicBracket.FindField(s_model, name));

    [Theory]
    [InlineData("0", "D[x]")]
    [InlineData("0 1", "-D[z]")]
    [InlineData("1 0", "D[z]")]
    [InlineData("0 0", "0")]
    [InlineData("0 2", "(-1/y)*D[z]")]
    [InlineData("0 2 1", "(1/y^2)*D[z]")]
    public void Brackets_are_nested_to_the_left(string fields, string formula)
    {
        VectorField<RationalFunction> bracket = SymbolicBracket.Compute(s_model, [.. fields.Split(' ').Select(int.Parse)]);
        using var text = new StringWriter();
        BracketReport.Write(s_model, ["?"], bracket, ReportFormat.Text, text);
        Assert.Equal(Normal(formula), Normal(text.ToString()));

        // Spaces and the parentheses around a coefficient are a matter of taste.
        static string Normal(string formula) => string.Concat(formula.Where(character => !"() \n".Contains(character)));
    }

    [Fact]
    public void A_bracket_needs_a_field() => Assert.Throws<ArgumentException>(() => SymbolicBracket.Compute(s_model, []));

    [Fact]
    public void A_bracket_can_be_stopped()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => SymbolicBracket.Compute(s_model, [0, 1], stopped.Token));
    }
}
