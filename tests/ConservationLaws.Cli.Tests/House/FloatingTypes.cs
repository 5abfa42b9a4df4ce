using Mono.Cecil;

namespace ConservationLaws.Cli.Tests.House;

/// <summary>Which types and members are inexact (docs/architecture.md, decision 1).</summary>
internal static class FloatingTypes
{
    private static readonly HashSet<string> Names =
    [
        "System.Single", "System.Double", "System.Decimal", "System.Half", "System.MathF", "System.Numerics.Complex", "System.Numerics.BFloat16",
        "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4", "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4",
        "System.Numerics.Quaternion", "System.Numerics.Plane", "System.Runtime.InteropServices.NFloat",
    ];

    // Most of these have a floating signature as well; the list holds even where an overload has none.
    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["System.Math"] = ["Sqrt", "Cbrt", "Pow", "Exp", "Log", "Log2", "Log10", "Ceiling", "Floor", "Round", "Truncate", "ScaleB", "Sin", "Cos", "Tan", "Atan", "Atan2"],
        ["System.TimeSpan"] = ["get_TotalDays", "get_TotalHours", "get_TotalMinutes", "get_TotalSeconds", "get_TotalMilliseconds", "get_TotalMicroseconds", "get_TotalNanoseconds"],
        ["System.Numerics.BigInteger"] = ["Log", "Log10"],
        ["System.Random"] = ["NextDouble", "NextSingle", "Next", "NextInt64", "NextBytes", ".ctor"],
    };

    /// <summary>Whether a type is inexact, or is made of one: array, reference, generic argument.</summary>
    internal static bool Contains(TypeReference? type) => type switch
    {
        null or GenericParameter => false,
        GenericInstanceType generic => Contains(generic.ElementType) || generic.GenericArguments.Any(Contains),
        FunctionPointerType function => Contains(function.ReturnType) || function.Parameters.Any(parameter => Contains(parameter.ParameterType)),
        IModifierType modified => Contains(modified.ElementType) || Contains(modified.ModifierType),
        TypeSpecification made => Contains(made.ElementType),
        _ => Names.Contains(type.FullName),
    };

    /// <summary>Whether calling a method brings in something inexact.</summary>
    internal static bool Contains(MethodReference method) =>
        Members.TryGetValue(method.DeclaringType.FullName, out string[]? members) && members.Contains(method.Name)
        || Contains(method.DeclaringType)
        || HasSignature(method)
        || (method is GenericInstanceMethod generic && generic.GenericArguments.Any(Contains));

    /// <summary>Whether a method takes or returns something inexact.</summary>
    internal static bool HasSignature(MethodReference method) =>
        Contains(method.ReturnType) || method.Parameters.Any(parameter => Contains(parameter.ParameterType));
}
