using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Benchmarks;

/// <summary>Three jobs: all that the machine has, without 512-bit vectors, without vectors.</summary>
public sealed class VectorWidths : ManualConfig
{
    public VectorWidths()
    {
        AddJob(Job.ShortRun.WithId("all"));
        AddJob(Job.ShortRun.WithId("256 bits").WithEnvironmentVariable(new EnvironmentVariable("DOTNET_EnableAVX512", "0")));
        AddJob(Job.ShortRun.WithId("scalar").WithEnvironmentVariables(
            new EnvironmentVariable("DOTNET_EnableAVX512", "0"), new EnvironmentVariable("DOTNET_EnableAVX2", "0")));
    }
}

/// <summary>Dense elimination modulo a prime.</summary>
[Config(typeof(VectorWidths))]
public class DenseEliminationBenchmarks
{
    private uint[] _entries = [];

    [Params(200, 1000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Prepare() => _entries = Problems.DeficientMatrix(Size);

    [Benchmark]
    public int Rank() => ModularRank.Compute(new PrimeField(Problems.Prime), Size, Size, (uint[])_entries.Clone());

    [Benchmark]
    public int GrowingEchelonForm()
    {
        var form = new ModularEchelonForm(new PrimeField(Problems.Prime), Size);
        for (int row = 0; row < Size; row++)
        {
            form.TryAdd(_entries.AsSpan(row * Size, Size));
        }

        return form.Rank;
    }
}

/// <summary>Products and exact quotients of polynomials over Z.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class PolynomialBenchmarks
{
    private Polynomial<Integer> _left = Polynomial<Integer>.Zero;
    private Polynomial<Integer> _right = Polynomial<Integer>.Zero;
    private Polynomial<Integer> _product = Polynomial<Integer>.Zero;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    [Params("small", "fateman 10", "sparse 5")]
    public string Problem { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        (_left, _right) = Problem switch
        {
            "small" => Problems.Fateman(1),
            "fateman 10" => Problems.Fateman(10),
            _ => Problems.Sparse(5),
        };
        _product = Ring.Multiply(_left, _right);
    }

    [Benchmark]
    public Polynomial<Integer> Product() => Ring.Multiply(_left, _right);

    [Benchmark]
    public Polynomial<Integer> Quotient() => IntegerPolynomial.DivideExact(_product, _left);

    [Benchmark]
    public Polynomial<Integer> Gcd() => IntegerPolynomial.GreatestCommonDivisor(_product, _left);
}

/// <summary>Arithmetic of numbers.</summary>
[ShortRunJob]
public class NumberBenchmarks
{
    private readonly uint[] _residues = [.. Enumerable.Range(1, 1000).Select(n => (uint)n * 2000003u % Problems.Prime)];
    private readonly Integer[] _integers = [.. Enumerable.Range(1, 1000).Select(n => new Integer(n * 1234567891L))];

    [Benchmark(OperationsPerInvoke = 1000)]
    public uint ModularProduct()
    {
        var field = new PrimeField(Problems.Prime);
        uint product = 1;
        foreach (uint residue in _residues)
        {
            product = field.Multiply(product, residue);
        }

        return product;
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public Integer IntegerSum()
    {
        Integer sum = Integer.Zero;
        foreach (Integer term in _integers)
        {
            sum += term;
        }

        return sum;
    }
}
