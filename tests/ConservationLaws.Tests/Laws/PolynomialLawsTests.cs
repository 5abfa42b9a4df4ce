using ConservationLaws.Laws;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Laws;

/// <summary>The public search for laws up to a degree.</summary>
public sealed class PolynomialLawsTests
{
    [Theory]
    [InlineData("network 2 -> 2 -> 2", 1, 0, 0)]
    [InlineData("network 2 -> 2 -> 2", 2, 3, 3)]
    [InlineData("network 2 -> 2 -> 2", 4, 3, 9)]
    [InlineData("parameters x, y; phi x", 2, 1, 2)]
    [InlineData("parameters x, y; field x*D[x] - 2*y*D[y]", 3, 1, 1)]
    [InlineData("parameters x, y; field x*D[x] - 2*y*D[y]", 6, 1, 2)]
    [InlineData("parameters x, y; field D[x] + y*D[y]", 5, 0, 0)]
    [InlineData("parameters x, y; field D[x] - 2*x*D[y]", 4, 1, 2)]
    public void Generators_and_the_whole_space_are_counted(string model, int degree, int independent, int all)
    {
        Model parsed = Model.Parse(model);
        Assert.Equal(independent, PolynomialLaws.Find(parsed, degree, all: false).Length);
        Law[] basis = [.. PolynomialLaws.Find(parsed, degree, all: true)];
        Assert.Equal(all, basis.Length);
        Assert.Equal(basis.Select(law => law.Degree).Order(), basis.Select(law => law.Degree));
    }

    [Fact]
    public void One_and_two_threads_find_the_same_laws()
    {
        Model model = Model.Parse("network 3 -> 3 -> 3");
        string[] Run(int threads) => [.. PolynomialLaws.Find(model, 3, all: true, new ProofOptions { Threads = threads }).Select(law => law.Format(model.Space.Name))];
        Assert.Equal(Run(1), Run(2));
    }

    [Fact]
    public void A_degree_is_at_least_1() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PolynomialLaws.Find(Model.Parse("parameters x; phi x"), 0, all: true));
}
