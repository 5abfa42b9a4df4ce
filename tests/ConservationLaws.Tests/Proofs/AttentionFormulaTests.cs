namespace ConservationLaws.Tests.Proofs;

/// <summary>Counts of attention, gated units and other blocks against the formulas of math.md 3.1.</summary>
public sealed class AttentionFormulaTests
{
    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(1, 2, 3)]
    [InlineData(3, 2, 2)]
    [InlineData(1, 3, 1)]
    public void One_head_has_the_laws_of_two_products(int width, int key, int value)
    {
        int laws = Answers.OfTwoLinearLayers(width, width, key) + Answers.OfTwoLinearLayers(width, width, value);
        Answers.HasExactly(laws, $"network {width} -> attention heads 1 key {key} value {value}");
        Answers.HasExactly(
            laws, $"parameters Q[{width},{key}], K[{width},{key}], V[{width},{value}], O[{value},{width}]; phi Q*K^T, V*O");
        Answers.HasExactly(laws, $"network {width} -> residual(attention heads 1 key {key} value {value})");
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(2, 2)]
    public void Several_heads_have_the_laws_of_each(int heads, int key) =>
        Answers.HasExactly(heads * key * (key + 1), $"network 3 -> attention heads {heads} key {key}");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void Grouped_queries_share_the_laws_of_their_group(int key, int value) => Answers.HasExactly(
        (key * (key + 1) / 2) + (value * (value + 1) / 2),
        $"parameters Q1[2,{key}], Q2[2,{key}], K[2,{key}], V[2,{value}], O1[{value},2], O2[{value},2]; phi Q1*K^T, Q2*K^T, V*O1, V*O2");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Linear_attention_has_one_law_more(int key, int value)
    {
        int laws = Answers.OfTwoLinearLayers(2, 2, key) + Answers.OfTwoLinearLayers(2, 2, value) + 1;
        Answers.HasExactly(laws, $"network 2 -> attention heads 1 key {key} value {value} linear");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Rotary_encoding_leaves_one_law_for_each_block(int blocks)
    {
        int[] places = [.. Enumerable.Range(1, blocks)];
        string parameters = string.Join(", ", places.Select(i => $"a{i}[2], b{i}[2], c{i}[2], d{i}[2]"));
        string phi = string.Join(", ", places.Select(i => $"a{i}*c{i}^T + b{i}*d{i}^T, b{i}*c{i}^T - a{i}*d{i}^T"));
        Answers.HasExactly(blocks, $"parameters {parameters}; phi {phi}");
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void A_softmax_gate_keeps_its_column_sums(int experts, int width)
    {
        IEnumerable<string> differences = Enumerable.Range(1, experts - 1).SelectMany(row =>
            Enumerable.Range(1, width).Select(column => $"G[{row},{column}] - G[{experts},{column}]"));
        Answers.HasExactly(width, $"parameters G[{experts},{width}]; phi {string.Join(", ", differences)}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Gated_units_have_one_law_each_and_bilinear_units_two(int units)
    {
        int[] places = [.. Enumerable.Range(1, units)];
        string parameters = "parameters " + string.Join(", ", places.Select(i => $"u{i}[2], v{i}[2], w{i}[2]"));
        Answers.HasExactly(units, $"{parameters}; phi {string.Join(", ", places.Select(i => $"u{i}*w{i}^T, v{i}"))}");
        Answers.HasExactly(2 * units, $"{parameters}; phi {string.Join(", ", places.Select(i => $"kron(kron(u{i}, v{i}), w{i})"))}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_state_space_model_has_the_laws_of_its_state(int state)
    {
        IEnumerable<string> moments = Enumerable.Range(1, (2 * state) - 1).Select(power => $"C*A^{power}*B");
        Answers.HasExactly(
            state * (state + 1) / 2,
            $"parameters C[1,{state}], A[{state},{state}], B[{state},1]; phi C*B, {string.Join(", ", moments)}");
    }

    [Theory]
    [InlineData("network 2 -> 2 smooth", 0)]
    [InlineData("network 2 -> 3 smooth bias -> 2", 0)]
    [InlineData("network 2 -> 2 -> 2 smooth -> 2", 3)]
    public void Smooth_units_have_no_laws_of_their_own(string model, int laws) => Answers.HasExactly(laws, model);
}
