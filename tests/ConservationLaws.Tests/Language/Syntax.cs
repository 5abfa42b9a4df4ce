using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

/// <summary>Short ways to parse, and trees as text without places, so that two of them can be compared.</summary>
internal static class Syntax
{
    internal static ModelSyntax Parse(string text) => ModelParser.Parse(new SourceText("model.claw", text));

    internal static Statement Single(string text) => Assert.Single(Parse(text).Statements);

    internal static TStatement Single<TStatement>(string text) => Assert.IsType<TStatement>(Single(text));

    internal static Expression Expression(string text, bool printedNames = false) =>
        ModelParser.ParseExpression(new SourceText("law", text), printedNames);

    internal static ImmutableArray<Diagnostic> Errors(string text) =>
        Assert.Throws<ModelException>(() => Parse(text)).Diagnostics;

    internal static Diagnostic Error(string text) => Assert.Single(Errors(text));

    internal static string TextOf(this SourceSpan span, string text) => text.Substring(span.Start, span.Length);

    /// <summary>The tree as nested parentheses: type and values, everything but the spans.</summary>
    internal static string Outline(object? node) => node switch
    {
        null => "null",
        string text => $"'{text}'",
        BigInteger or int or bool or Enum => node.ToString()!,
        IEnumerable list => "[" + string.Join(' ', list.Cast<object?>().Select(Outline)) + "]",
        _ => "(" + node.GetType().Name + string.Concat(Values(node).Select(value => " " + Outline(value))) + ")",
    };

    private static IEnumerable<object?> Values(object node) =>
        node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType != typeof(SourceSpan) && property.PropertyType != typeof(SourceText))
            .OrderBy(property => property.MetadataToken)
            .Select(property => property.GetValue(node));
}
