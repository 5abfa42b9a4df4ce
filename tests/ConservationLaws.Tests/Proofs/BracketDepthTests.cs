using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>How many generations of brackets models need (math.md 4.1), and what happens at special points (math.md 3.4).</summary>
public sealed class BracketDepthTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_Goursat_chain_needs_exactly_its_length_in_generations(int length)
    {
        string names = string.Join(", ", Enumerable.Range(1, length).Select(i => $"z{i}"));
        string sum = string.Join(" + ", Enumerable.Range(1, length).Select(i => $"x^{i}*z{i}"));
        Theorem theorem = Answers.HasExactly(0, $"parameters x, y, {names}; phi x, y + {sum}");
        Assert.Equal(Enumerable.Range(2, length + 1), theorem.Ladder.Ranks);
        Assert.Equal((length, length + 2), (theorem.Ladder.Generations, theorem.Ladder.Dimension));
    }

    [Theory]
    [InlineData("network 2 -> 2 -> 2", "4 5")]
    [InlineData("network 1 -> 2 -> 2 -> 2", "2 3 4")]
    [InlineData("network 2 -> 3 -> 3 -> 2", "4 8 9")]
    [InlineData("network 2 -> residual(2 -> 2) -> residual(2 -> 2)", "4 9 10")]
    [InlineData("network 1x7 -> conv 3 kernel 3 -> conv 1 kernel 3", "5 8 9")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T; precondition U by U; precondition V by V", "2 3 4")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T; flow momentum 1", "3 5 10 12")]
    [InlineData("parameters U[2,7], V[1,7]; phi U*V^T; flow momentum 1", "3 5 10 14 17 19 20 21 22")]
    public void The_ladder_has_the_ranks_of_the_table(string model, string ranks) =>
        Assert.Equal(ranks, string.Join(' ', Answers.FullLadder(model)));

    [Theory]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T", "U = [[1,2],[3,4]], V = [[5,7]]", "2 3 3")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T", "U = [[1,2],[2,4]], V = [[3,6]]", "2 2 2")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T", "U = [[0,0],[0,0]]", "2 2 2")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T", "U = [[0,0],[0,0]], V = [[0,0]]", "0 0 0")]
    [InlineData("parameters x, y; phi x, x^2*y", "x = 3", "2 2 2")]
    [InlineData("parameters x, y; phi x, x^2*y", "x = 0", "1 1 2")]
    [InlineData("network 2 -> 2 relu -> 2", "W1 = [[1,2],[3,4]]", "6 6 6")]
    [InlineData("network 2 -> 2 relu -> 2", "W1 = [[0,0],[3,4]]", "5 6 6")]
    [InlineData("network 2 -> 2 relu -> 2", "W1 = [[0,0],[3,4]], W2 = [[0,5],[0,7]]", "3 3 3")]
    [InlineData("parameters x, y; phi x*y", "x = 0, y = 0", "0 0 0")]
    public void The_ranks_at_special_points_are_those_of_the_strata(string model, string place, string ranks)
    {
        Theorem theorem = Answers.Prove($"{model}; at {place}");
        SpecialPointResult result = Assert.Single(theorem.SpecialPoints);
        Assert.Equal(ranks, string.Join(' ', Padded([.. result.Ranks], 3)));
        Assert.Equal(theorem.Model.Space.Dimension - theorem.Ladder.Dimension, result.Upper);
        Assert.InRange(result.LawRank, 0, result.Upper);
    }

    [Theory]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T; at U = [[0,0],[0,0]], V = [[0,0]]", 0, 3)]
    [InlineData("network 2 -> 2 relu -> 2; at W1 = [[0,0],[3,4]], W2 = [[0,5],[0,7]]", 1, 2)]
    [InlineData("network 2 -> 2 relu -> 2; at W1 = [[0,0],[3,4]]", 2, 2)]
    [InlineData("parameters x, y; phi x*y; at x = 0, y = 0", 0, 1)]
    [InlineData("parameters x, y; phi x, x^2*y; at x = 0", 0, 0)]
    public void A_point_where_the_rank_drops_is_never_credited_with_more_laws(string model, int lawRank, int upper)
    {
        SpecialPointResult result = Assert.Single(Answers.Prove(model).SpecialPoints);
        Assert.Equal((lawRank, upper), (result.LawRank, result.Upper));
    }

    [Fact]
    public void Every_point_of_a_model_is_analysed_in_order()
    {
        Theorem theorem = Answers.Prove("parameters x, y; phi x, x^2*y; at x = 0; at x = 1/2, y = -3; at y = 0");
        Assert.Equal(["1 1 2", "2", "2"], theorem.SpecialPoints.Select(point => string.Join(' ', point.Ranks)));
        Assert.Equal(
            ["x = 0", "x = 1/2, y = -3", "y = 0"],
            theorem.SpecialPoints.Select(point => string.Join(", ", point.Point.Values.Select(value => $"{value.Name} = {value.Text}"))));
    }

    private static int[] Padded(int[] ranks, int length) =>
        [.. Enumerable.Range(0, length).Select(place => ranks[Math.Min(place, ranks.Length - 1)])];
}
