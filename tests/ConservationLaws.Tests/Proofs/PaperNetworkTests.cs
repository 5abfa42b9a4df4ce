using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>The hundred networks of the experiments of arXiv:2307.00144.</summary>
public sealed class PaperNetworkTests
{
    [Fact]
    public void All_hundred_networks_are_proved_with_their_laws()
    {
        int lifted = 0;
        Assert.Equal(100, ReferenceData.PaperNetworks.Count);
        Assert.All(ReferenceData.PaperNetworks.Values, network =>
        {
            Theorem theorem = Prover.Prove(Model.Parse(network.Model));
            Assert.Equal(
                (network.Parameters, network.Laws, Verdict.Proved, Evidence.Laws, network.Parameters - network.Laws),
                (theorem.Model.Space.Dimension, theorem.Count, theorem.Verdict, theorem.Evidence, theorem.Ladder.Dimension));
            Assert.Equal(network.Laws, theorem.Laws.Length);
            Assert.All(theorem.Laws, law => Assert.Equal(2, law.Degree));
            lifted += theorem.Scope == CountScope.Network ? 1 : 0;
        });
        Assert.Equal(99, lifted);
    }
}
