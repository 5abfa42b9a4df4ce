using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ConservationLaws.Cli.Tests.House;

/// <summary>How floating point got into a member.</summary>
public enum FloatingKind
{
    /// <summary>A constant is loaded.</summary>
    Literal,

    /// <summary>A number is converted.</summary>
    Conversion,

    /// <summary>A local variable.</summary>
    Local,

    /// <summary>A parameter or result.</summary>
    Signature,

    /// <summary>A field of a type.</summary>
    Field,

    /// <summary>A call of a member whose signature, type or type arguments are inexact, or that is on the list.</summary>
    Call,

    /// <summary>A type is named, or memory of it read or written.</summary>
    Type,
}

/// <summary>One place in an assembly.</summary>
/// <param name="Member">The method or field, such as <c>Namespace.Type::Method</c>.</param>
/// <param name="Kind">How.</param>
/// <param name="Detail">The instruction or type.</param>
internal sealed record FloatingPlace(string Member, FloatingKind Kind, string Detail);

/// <summary>Reads the compiled code of an assembly and lists all floating point in it.</summary>
internal static class FloatingPointScanner
{
    private static readonly HashSet<Code> Literals = [Code.Ldc_R4, Code.Ldc_R8];

    private static readonly HashSet<Code> Conversions = [Code.Conv_R4, Code.Conv_R8, Code.Conv_R_Un];

    private static readonly HashSet<Code> Accesses =
        [Code.Ldind_R4, Code.Ldind_R8, Code.Stind_R4, Code.Stind_R8, Code.Ldelem_R4, Code.Ldelem_R8, Code.Stelem_R4, Code.Stelem_R8];

    /// <summary>All places in an assembly.</summary>
    internal static List<FloatingPlace> Scan(string assembly)
    {
        using AssemblyDefinition definition = AssemblyDefinition.ReadAssembly(assembly);
        return [.. definition.Modules.SelectMany(module => module.GetTypes()).SelectMany(Scan)];
    }

    private static IEnumerable<FloatingPlace> Scan(TypeDefinition type)
    {
        IEnumerable<FloatingPlace> inherited = type.Interfaces.Select(face => face.InterfaceType).Append(type.BaseType)
            .Where(FloatingTypes.Contains)
            .Select(parent => new FloatingPlace(type.FullName, FloatingKind.Type, parent.FullName));
        IEnumerable<FloatingPlace> fields = type.Fields.Where(field => FloatingTypes.Contains(field.FieldType))
            .Select(field => new FloatingPlace($"{type.FullName}::{field.Name}", FloatingKind.Field, field.FieldType.FullName));
        return inherited.Concat(fields).Concat(type.Methods.SelectMany(Scan));
    }

    private static IEnumerable<FloatingPlace> Scan(MethodDefinition method)
    {
        string name = $"{method.DeclaringType.FullName}::{method.Name}";
        if (FloatingTypes.HasSignature(method))
        {
            yield return new FloatingPlace(name, FloatingKind.Signature, method.FullName);
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (VariableDefinition local in method.Body.Variables.Where(local => FloatingTypes.Contains(local.VariableType)))
        {
            yield return new FloatingPlace(name, FloatingKind.Local, local.VariableType.FullName);
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (Classify(instruction) is { } kind)
            {
                yield return new FloatingPlace(name, kind, instruction.ToString());
            }
        }
    }

    private static FloatingKind? Classify(Instruction instruction) => instruction.OpCode.Code switch
    {
        var code when Literals.Contains(code) => FloatingKind.Literal,
        var code when Conversions.Contains(code) => FloatingKind.Conversion,
        var code when Accesses.Contains(code) => FloatingKind.Type,
        _ => instruction.Operand switch
        {
            MethodReference method when FloatingTypes.Contains(method) => FloatingKind.Call,
            FieldReference field when FloatingTypes.Contains(field.FieldType) || FloatingTypes.Contains(field.DeclaringType) => FloatingKind.Call,
            TypeReference type when FloatingTypes.Contains(type) => FloatingKind.Type,
            CallSite site when FloatingTypes.Contains(site.ReturnType) || site.Parameters.Any(parameter => FloatingTypes.Contains(parameter.ParameterType)) =>
                FloatingKind.Call,
            _ => null,
        },
    };
}
