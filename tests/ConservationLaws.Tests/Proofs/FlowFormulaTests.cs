using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Counts of mirror flows, weight decay and momentum against the formulas of math.md 3.1 and 3.2.</summary>
public sealed class FlowFormulaTests
{
    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 1, 3)]
    [InlineData(1, 1, 1)]
    public void The_mirror_flow_of_matrix_factorization_keeps_one_sum_for_each_column(int n, int m, int r)
    {
        Theorem theorem = Answers.HasExactly(r, Factorization(n, m, r) + "; precondition U by U; precondition V by V");
        Assert.All(theorem.Laws, law => Assert.Equal(1, law.Degree));
    }

    [Fact]
    public void The_mirror_flow_of_scalars_has_a_further_law_that_the_interval_holds()
    {
        Theorem theorem = Answers.Prove(Factorization(1, 1, 2) + "; precondition U by U; precondition V by V");
        Assert.InRange(3, theorem.Lower, theorem.Upper);
        Assert.Equal(2, theorem.Laws.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_mirror_flow_in_one_layer_keeps_one_law_for_each_unit(int units) =>
        Answers.HasExactly(units, $"network 2 -> {units} relu -> 2; precondition W2 by W2");

    [Theory]
    [InlineData("network 2 -> 2 relu -> 2", 2)]
    [InlineData("network 2 -> 2 -> 2", 3)]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T", 3)]
    public void Weight_decay_keeps_the_number_of_laws(string model, int laws)
    {
        Answers.HasExactly(laws, model);
        Theorem theorem = Answers.HasExactly(laws, model + "; flow gradient decay 3/2");
        Assert.Equal(laws + theorem.Ladder.Dimension, theorem.Model.Space.Dimension);
        Assert.Equal("s", theorem.Model.Space.Clock);
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(2, 1, 3)]
    [InlineData(2, 2, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(1, 2, 6)]
    [InlineData(1, 2, 7)]
    public void Momentum_of_two_linear_layers_keeps_its_rotations(int n, int m, int r)
    {
        int size = n + m;
        int laws = r <= 2 * size ? r * (r - 1) / 2 : (2 * size * r) - (size * ((2 * size) + 1));
        Answers.HasExactly(laws, Factorization(n, m, r) + "; flow momentum 1");
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 10)]
    public void Momentum_of_scalar_layers_is_the_exception(int r, int laws) => Answers.HasExactly(laws, Factorization(1, 1, r) + "; flow momentum 1");

    [Theory]
    [InlineData("flow momentum 0", "t")]
    [InlineData("flow momentum 2/3", "s")]
    [InlineData("flow nesterov 3", "t")]
    public void Friction_changes_the_laws_of_momentum_and_not_their_number(string flow, string clock)
    {
        Theorem theorem = Answers.HasExactly(1, Factorization(2, 1, 2) + "; " + flow);
        Assert.Equal((13, clock), (theorem.Model.Space.Dimension, theorem.Model.Space.Clock));
    }

    [Theory]
    [InlineData("network 2 -> 1 relu -> 1")]
    [InlineData("network 1 -> 2 relu -> 1")]
    [InlineData("network 1 -> 1 relu bias -> 1")]
    public void Momentum_of_relu_networks_keeps_nothing(string model) => Answers.HasExactly(0, model + "; flow momentum 1");

    [Fact]
    public void Momentum_of_deep_linear_layers_keeps_the_rotations_of_each() =>
        Answers.HasExactly(2, "network 1 -> 2 -> 2 -> 2; flow momentum 1");

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(1, 1, 1)]
    public void Momentum_with_a_mirror_keeps_two_laws_for_each_column(int n, int m, int r) =>
        Answers.HasExactly(2 * r, Factorization(n, m, r) + "; precondition U by U; precondition V by V; flow momentum 1");

    [Theory]
    [InlineData("momentum 1", 2)]
    [InlineData("momentum 0", 2)]
    [InlineData("nesterov 3", 2)]
    public void A_parameter_that_the_model_ignores_keeps_velocity_and_position(string flow, int laws) =>
        Answers.HasExactly(laws, $"parameters x, y; phi x; flow {flow}");

    private static string Factorization(int n, int m, int r) => $"parameters U[{n},{r}], V[{m},{r}]; phi U*V^T";
}
