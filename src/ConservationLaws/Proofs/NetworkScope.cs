using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Laws;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Proofs;

// Outputs are functions of φ for each pattern of gates, so near a point where no unit is at its kink the span of ∇g_o(θ, x_i) lies in that of
// the ∇φ. With D − N independent ones there are no N + 1 laws; with as many as φ has functions both spans are equal near the point, and so
// are the laws. The rank modulo a prime at one point is enough, since independence is open (math.md 7.5).

/// <summary>Lifts a count of the laws of φ to the network itself: seeks inputs whose gradients span those of φ.</summary>
internal sealed class NetworkScope
{
    /// <summary>Larger networks are left at φ.</summary>
    internal const int MaximumDimension = 1000;

    // Elementary steps of evaluation and elimination, all attempts together: a fraction of a second.
    private const long MaximumWork = 40_000_000;

    private const int MaximumAttempts = 48;

    // So many inputs in a row that bring no new gradient end an attempt; more in later attempts.
    private const int Patience = 40;

    // The best rank of all attempts, when it was met so often, is taken for the network's own: it has more laws than φ.
    private const int MaximumRepetitions = 8;

    // Exact pre-activations grow with the degree of the network.
    private const int MaximumDegree = 64;

    // So small that a checker may add up hundreds of products of residues in a word before it divides.
    private static readonly uint s_primeOfGates = Primes.Below(1u << 28);

    private readonly Theorem _theorem;
    private readonly NetworkArchitecture _network;
    private readonly PrimeField _field;
    private readonly int _rank;
    private readonly long _workOfInput;
    private readonly CancellationToken _cancellation;
    private long _work;

    private NetworkScope(Theorem theorem, NetworkArchitecture network, CancellationToken cancellation)
    {
        _theorem = theorem;
        _network = network;
        _field = new PrimeField(network.HasGates ? s_primeOfGates : theorem.Point.Prime);
        _rank = RankOf(theorem);
        // A product of integers costs as much as several of residues, and elimination works on several residues at once.
        _workOfInput = network.AffineLayers.Sum(layer => layer.Map.EdgeCount) * (10 + network.Output.Size);
        _cancellation = cancellation;
    }

    /// <summary>The theorem, with inputs that make its count that of the network itself where such inputs are found.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="cancellation">Stops the search; the theorem is then returned as it was.</param>
    internal static Theorem Lift(Theorem theorem, CancellationToken cancellation)
    {
        if (!IsFit(theorem))
        {
            return theorem;
        }

        try
        {
            return theorem with { Network = new NetworkScope(theorem, theorem.Model.Network!, cancellation).Find() };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return theorem;
        }
    }

    private static bool IsFit(Theorem theorem) =>
        theorem is { Verdict: Verdict.Proved, Evidence: Evidence.Laws, Model: { IsNetworkAlone: true, Network: { IsPiecewisePolynomial: true } network } }
        && theorem.Model.Space.Dimension <= MaximumDimension
        && RankOf(theorem) > 0
        && (!network.HasGates || network.AffineLayers.Aggregate(1L, (degree, layer) => Math.Min(degree * layer.Power, MaximumDegree + 1)) <= MaximumDegree);

    // What suffices, and what alone can be reached: gradients of φ are at most as many as functions, and at most D − N.
    private static int RankOf(Theorem theorem)
    {
        int room = theorem.Model.Space.Dimension - theorem.Lower;
        return theorem.Model.Monomials is null ? Math.Min(room, theorem.Model.Functions.Length) : room;
    }

    private NetworkEvidence? Find()
    {
        if (!_network.HasGates)
        {
            // There is nothing to see elsewhere that is not seen at the point of the theorem.
            return FindAt(_theorem.Point, new NetworkSamples(_network, _theorem.Seed, attempt: 0), Patience, out _);
        }

        int best = 0;
        int repetitions = 0;
        for (int attempt = 0; attempt < MaximumAttempts && repetitions < MaximumRepetitions && _work < MaximumWork; attempt++)
        {
            var samples = new NetworkSamples(_network, _theorem.Seed, attempt);
            var point = new WitnessPoint(_field.Modulus, [.. samples.Point(_theorem.Model.Space.Dimension).Select(value => new Rational(value))]);
            if (!AreIndependentAt(point))
            {
                continue;
            }

            if (FindAt(point, samples, Patience << (attempt / 6), out int rank) is { } evidence)
            {
                return evidence;
            }

            repetitions = rank > best ? 1 : rank == best ? repetitions + 1 : repetitions;
            best = Math.Max(best, rank);
        }

        return null;
    }

    // Gradients of the laws of monomials have their full rank wherever no coordinate is 0.
    private bool AreIndependentAt(WitnessPoint point)
    {
        if (_theorem.Model.Monomials is not null)
        {
            return true;
        }

        var laws = new IndependentLaws(EvaluationPoint.At(point.Values, point.Prime));
        return _theorem.Laws.All(laws.TryAdd);
    }

    private NetworkEvidence? FindAt(WitnessPoint point, NetworkSamples samples, int patience, out int rank)
    {
        var gradients = new NetworkGradients(_network, _field, point.Values.Select(value => value.Numerator));
        // The last parameter is the first column: those of the last layer occur in the gradient of one output alone, so that pivots among them keep elimination sparse.
        var independent = new ModularEchelonForm(_field, _theorem.Model.Space.Dimension);
        var inputs = ImmutableArray.CreateBuilder<ImmutableArray<Integer>>();
        var rows = ImmutableArray.CreateBuilder<(int Input, int Output)>(_rank);
        rank = 0;
        for (int idle = 0; idle < patience && _work < MaximumWork; idle++)
        {
            _cancellation.ThrowIfCancellationRequested();
            _work += _workOfInput;
            Integer[] input = samples.Input();
            int before = independent.Rank;
            if (gradients.At(input) is { } ofOutputs)
            {
                for (int output = 0; output < ofOutputs.Length && independent.Rank < _rank; output++)
                {
                    _work += (long)(independent.Rank + 1) * (independent.Width - independent.Rank) / 8;
                    Array.Reverse(ofOutputs[output]);
                    if (independent.TryAdd(ofOutputs[output]))
                    {
                        rows.Add((inputs.Count, output));
                    }
                }
            }

            if (independent.Rank > before)
            {
                inputs.Add([.. input]);
                idle = -1;
            }

            rank = independent.Rank;
            if (rank == _rank)
            {
                return new NetworkEvidence(point, inputs.ToImmutable(), rows.ToImmutable(), [.. independent.PivotsInOrder().Select(column => independent.Width - 1 - column)]);
            }
        }

        return null;
    }
}
