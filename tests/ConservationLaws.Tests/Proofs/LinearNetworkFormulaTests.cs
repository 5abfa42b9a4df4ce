using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Counts of linear networks against the formulas of math.md 3.1.</summary>
public sealed class LinearNetworkFormulaTests
{
    public static TheoryData<int, int, int> TwoLayers()
    {
        var data = new TheoryData<int, int, int>();
        foreach ((int inputs, int outputs) in new[] { (1, 1), (1, 2), (2, 1), (1, 3), (2, 2), (3, 1), (3, 2) })
        {
            for (int hidden = 1; hidden <= inputs + outputs + 2; hidden++)
            {
                data.Add(inputs, outputs, hidden);
            }
        }

        return data;
    }

    public static TheoryData<string> WidthsOfDeepNetworks() =>
    [
        "2 2 2 2", "1 2 2 2", "1 2 3 2", "1 3 2 2", "2 3 2 2", "2 1 3 2", "2 2 1 3", "2 5 2 2", "2 2 6 2", "3 2 3 2", "2 3 3 2", "1 4 2 3",
        "2 2 2 2 2", "2 2 1 2 2", "1 2 2 2 2", "3 2 2 3 2", "2 1 2 2 3", "2 2 4 1 2", "2 2 2 2 2 2",
    ];

    public static TheoryData<string> WidthsWithScalarSegments() => ["1 2 2 1", "1 3 2 1", "1 2 2 2 1", "2 1 2 2 1 2", "1 2 2 1 2", "1 3 3 1"];

    [Theory]
    [MemberData(nameof(TwoLayers))]
    public void Two_layers_have_the_laws_of_balancedness(int inputs, int outputs, int hidden)
    {
        int laws = Answers.OfTwoLinearLayers(outputs, inputs, hidden);
        Answers.HasExactly(laws, $"network {inputs} -> {hidden} -> {outputs}");
        Answers.HasExactly(laws, $"parameters U[{outputs},{hidden}], V[{inputs},{hidden}]; phi U*V^T");
    }

    [Theory]
    [MemberData(nameof(WidthsOfDeepNetworks))]
    public void Deep_networks_without_scalar_segments_have_only_the_laws_of_balancedness(string widths)
    {
        int[] sizes = [.. widths.Split(' ').Select(int.Parse)];
        Assert.InRange(sizes.Count(size => size == 1), 0, 1);
        Answers.HasExactly(Answers.OfBalancedness(sizes), "network " + string.Join(" -> ", sizes));
    }

    [Theory]
    [MemberData(nameof(WidthsWithScalarSegments))]
    public void Scalar_segments_have_further_laws_and_the_interval_holds_them(string widths)
    {
        int[] sizes = [.. widths.Split(' ').Select(int.Parse)];
        int truth = Answers.OfBalancedness(sizes) + FurtherLaws(sizes);
        Theorem theorem = Answers.Prove("network " + string.Join(" -> ", sizes));
        Assert.InRange(truth, theorem.Lower, theorem.Upper);
        Assert.True(theorem.Count is null || theorem.Count == truth);
        Assert.Equal(Answers.OfBalancedness(sizes), theorem.Laws.Length);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void A_product_of_scalars_has_all_laws_but_one(int factors)
    {
        string[] names = [.. Enumerable.Range(1, factors).Select(place => $"x{place}")];
        Answers.HasExactly(factors - 1, $"parameters {string.Join(", ", names)}; phi {string.Join('*', names)}");
        Answers.HasExactly(factors - 1, "network " + string.Join(" -> ", Enumerable.Repeat("1", factors + 1)));
    }

    [Fact]
    public void The_table_of_further_laws_is_the_one_of_the_mathematics()
    {
        Assert.Equal((6, 1), (Answers.OfBalancedness([1, 2, 2, 1]), FurtherLaws([1, 2, 2, 1])));
        Assert.Equal((8, 1), (Answers.OfBalancedness([2, 1, 2, 2, 1, 2]), FurtherLaws([2, 1, 2, 2, 1, 2])));
        Assert.Equal((12, 2), (Answers.OfBalancedness([1, 3, 3, 1]), FurtherLaws([1, 3, 3, 1])));
    }

    // A segment between consecutive widths 1 is a scalar network with all laws but one.
    private static int FurtherLaws(int[] widths)
    {
        int[] ones = [.. Enumerable.Range(0, widths.Length).Where(i => widths[i] == 1)];
        return ones.Zip(ones.Skip(1)).Sum(segment =>
        {
            int[] inside = widths[segment.First..(segment.Second + 1)];
            return inside.Zip(inside.Skip(1)).Sum(layer => layer.First * layer.Second) - 1 - Answers.OfBalancedness(inside);
        });
    }
}
