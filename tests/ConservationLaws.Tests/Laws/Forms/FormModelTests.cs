using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Laws.Forms;

/// <summary>Laws that are no polynomials: how many, of which class, and that each is a law.</summary>
public sealed class FormModelTests
{
    public static TheoryData<string> Models => [.. FormModels.All.Select(model => model.Model)];

    [Theory]
    [MemberData(nameof(Models))]
    public void All_laws_are_found_and_hold(string model)
    {
        (_, int dimension, int laws, int polynomials, string classes) = FormModels.All.Single(row => row.Model == model);
        Theorem theorem = Answers.Prove(model);
        Assert.Equal((Verdict.Proved, laws), (theorem.Verdict, theorem.Count));
        Assert.Equal((dimension, dimension - laws), (theorem.Model.Space.Dimension, theorem.Ladder.Dimension));
        Assert.Equal((polynomials, classes), (theorem.Laws.Length, string.Join(',', theorem.Forms.Select(form => form.Class))));
        Assert.Equal(classes.Length == 0 ? Evidence.Laws : Evidence.OneForms, theorem.Evidence);
        Assert.Equal(laws, theorem.Laws.Length + theorem.Forms.Length);
        FormCheck.AssertSound(theorem);
    }

    [Theory]
    [InlineData("parameters u[3], v[3]; phi u[1]*v[1]^2 + u[2]*v[2]^2 + u[3]*v[3]^2", 3, "solvable,solvable")]
    [InlineData("parameters x, y, z; field y*D[x] + z*D[y] + (x+y)*D[z]", 1, "closed")]
    [InlineData("parameters x, y, z; field (x+y)*D[x] + (y+z)*D[y] + (x+y+z)*D[z]", 0, "closed,closed")]
    [InlineData("parameters x, y, px, py, r; field r^3*px*D[x] + r^3*py*D[y] - x*D[px] - y*D[py] + r^2*(x*px + y*py)*D[r]", 2, "rational,solvable")]
    public void Clocks_larger_extensions_and_multipliers_behind_quotients_are_found(string model, int polynomials, string classes)
    {
        Theorem theorem = Answers.Prove(model);
        Assert.Equal((Verdict.Proved, Evidence.OneForms, polynomials), (theorem.Verdict, theorem.Evidence, theorem.Laws.Length));
        Assert.Equal(classes, string.Join(',', theorem.Forms.Select(form => form.Class.ToString().ToLowerInvariant())));
        FormCheck.AssertSound(theorem);
    }

    [Fact]
    public void Laws_that_are_not_found_are_counted_by_the_straightening_theorem()
    {
        Theorem theorem = Answers.Prove("parameters x, y, px, py; field px*D[x] + py*D[y] - (x + 2*x*y)*D[px] - (y + x^2 - y^2)*D[py]");
        Assert.Equal((Verdict.Proved, Evidence.Involutive, 3, 1), (theorem.Verdict, theorem.Evidence, theorem.Count, theorem.Laws.Length));
        FormCheck.AssertSound(theorem);
    }

    [Theory]
    [InlineData(FormModels.Circle, "x/y")]
    [InlineData("parameters x, y; phi x^2/2 + y^2", "x^2/y")]
    [InlineData(FormModels.Logarithm, "x - log(y)")]
    [InlineData("parameters x, y; phi x + y + y^3/3", "x - atan(y)")]
    [InlineData(FormModels.Golden, "log(x^2 - x*y - y^2) - log((2*x - y + sqrt(5)*y)/(2*x - y - sqrt(5)*y))/sqrt(5)")]
    [InlineData("parameters x, y; field x*(1-y)*D[x] - y*(1-x)*D[y]", "x + y - log(x*y)")]
    [InlineData(FormModels.Mirror, "(U[1,1] - V[1,1])*log(U[1,2]/V[1,2]) - (U[1,2] - V[1,2])*log(U[1,1]/V[1,1])")]
    [InlineData(FormModels.Screw, "z - atan(y/x)")]
    [InlineData("parameters x, y; field (2*x-3*y)*D[x] + (3*x+2*y)*D[y]", "3*log(x^2 + y^2) - 4*atan(y/x)")]
    [InlineData("parameters x, y; field (1+y+y^2)*D[y] + D[x]", "x + 2*atan(sqrt(3)/(2*y + 1))/sqrt(3)")]
    [InlineData("parameters x, y; field (3+2*y+y^2)*D[y] + x*D[x]", "log(x) + atan(sqrt(2)/(y + 1))/sqrt(2)")]
    [InlineData("parameters x, y; field (x^2-2*y^2)*D[x] + x*y*D[y]", "x^2/y^2 + 4*log(y)")]
    [InlineData(FormModels.SquareNeurons, "d(u[1])/v[1]^2 - d(u[2])/v[2]^2")]
    public void The_last_law_is_printed(string model, string law)
    {
        Theorem theorem = Answers.Prove(model);
        Assert.Equal(law, theorem.Forms[^1].Format(theorem.Model.Space.Name));
    }

    [Fact]
    public void Powers_of_a_polynomial_law_may_be_high() =>
        Assert.Equal("x^9*y^7", PolynomialFormatter.Format(Answers.Prove("parameters x, y; field 7*x*D[x] - 9*y*D[y]").Laws[0].Polynomial, variable => variable == 0 ? "x" : "y"));
}
