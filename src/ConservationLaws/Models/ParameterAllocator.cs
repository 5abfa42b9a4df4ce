using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Language;

namespace ConservationLaws.Models;

/// <summary>Hands out the coordinates of θ to parameters in the order of their declaration.</summary>
internal sealed class ParameterAllocator
{
    /// <summary>No model has more parameters (language.md, "Errors").</summary>
    internal const int MaximumParameters = 100_000_000;

    private readonly ImmutableArray<Parameter>.Builder _parameters = ImmutableArray.CreateBuilder<Parameter>();
    private int _next;

    /// <summary>The parameters so far.</summary>
    internal ImmutableArray<Parameter> Parameters => _parameters.ToImmutable();

    /// <summary>Allocates an array of parameters.</summary>
    /// <exception cref="DiagnosticException">A dimension is 0, or the model would have too many parameters.</exception>
    internal Parameter Allocate(string name, SourceSpan span, params ReadOnlySpan<BigInteger> dimensions)
    {
        BigInteger count = BigInteger.One;
        foreach (BigInteger dimension in dimensions)
        {
            if (dimension.IsZero)
            {
                throw new DiagnosticException(span, $"{Quotation.Of(name)} has a dimension 0; every dimension is at least 1");
            }

            count *= dimension;
        }

        if (count + _next > MaximumParameters)
        {
            throw new DiagnosticException(span, $"the model has more than {MaximumParameters:N0} parameters");
        }

        int[] sizes = new int[dimensions.Length];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            sizes[axis] = (int)dimensions[axis];
        }

        var parameter = new Parameter(name, [.. sizes], _next);
        _next += parameter.Count;
        _parameters.Add(parameter);
        return parameter;
    }
}
