using System.Collections.Immutable;

namespace ConservationLaws.Models;

/// <summary>The space on which the vector fields live: the parameters θ, with their velocities and a clock where the flow needs them.</summary>
/// <remarks>The order of the coordinates is (θ, θ′, clock), as in the JSON answer (language.md, section 3).</remarks>
public sealed class PhaseSpace
{
    private readonly int[] _offsets;

    internal PhaseSpace(ImmutableArray<Parameter> parameters, bool hasVelocities, string? clock)
    {
        Parameters = parameters;
        HasVelocities = hasVelocities;
        Clock = clock;
        _offsets = [.. parameters.Select(parameter => parameter.Offset)];
        ParameterCount = parameters.IsEmpty ? 0 : parameters[^1].Offset + parameters[^1].Count;
    }

    /// <summary>The declared parameters, in the order of their coordinates.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The number of trainable parameters: the dimension of θ alone.</summary>
    public int ParameterCount { get; }

    /// <summary>Whether the velocities θ′ are coordinates too.</summary>
    public bool HasVelocities { get; }

    /// <summary>The name of the added last coordinate, <c>s</c> or <c>t</c>; null when there is none.</summary>
    public string? Clock { get; }

    /// <summary>The number D of coordinates.</summary>
    public int Dimension => (HasVelocities ? 2 : 1) * ParameterCount + (Clock is null ? 0 : 1);

    /// <summary>The place of the velocity of a parameter's coordinate.</summary>
    public int VelocityOf(int coordinate) => ParameterCount + coordinate;

    /// <summary>The printed name of a coordinate.</summary>
    /// <param name="coordinate">0..<see cref="Dimension"/>−1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The coordinate is outside the space.</exception>
    public string Name(int coordinate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(coordinate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(coordinate, Dimension);
        if (Clock is not null && coordinate == Dimension - 1)
        {
            return Clock;
        }

        bool isVelocity = coordinate >= ParameterCount;
        int place = isVelocity ? coordinate - ParameterCount : coordinate;
        int found = Array.BinarySearch(_offsets, place);
        Parameter parameter = Parameters[found >= 0 ? found : ~found - 1];
        return parameter.EntryName(place - parameter.Offset, isVelocity ? "'" : "");
    }
}
