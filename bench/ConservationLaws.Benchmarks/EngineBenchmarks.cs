using BenchmarkDotNet.Attributes;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Benchmarks;

/// <summary>From text to theorem.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class EngineBenchmarks
{
    [Params(
        "network 3 -> 3 -> 3",
        "network 4 -> 4 -> 4 -> 4",
        "network 8 -> 6 relu bias -> 4 relu bias -> 3",
        "network 32 -> 32 -> 32",
        "parameters U[2,2], V[1,2]; phi U*V^T; flow momentum 1")]
    public string Text { get; set; } = "";

    [Benchmark]
    public object Parse() => Model.Parse(Text).Generators;

    [Benchmark]
    public object Prove() => Prover.Prove(Model.Parse(Text));
}
