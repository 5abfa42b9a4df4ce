using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Antlr4.Runtime;
using ConservationLaws.Language.Generated;
using static ConservationLaws.Language.Generated.ClawParser;

namespace ConservationLaws.Language;

/// <summary>Builds the syntax tree while the generated parser runs: each rule, when it ends, takes its parts off a stack.</summary>
/// <remarks>
/// No parse tree is kept: that of a sum of eight million terms would fill the memory. This part holds what all rules share;
/// <c>Statements</c>, <c>Networks</c> and <c>Expressions</c> have the rules.
/// </remarks>
internal sealed partial class SyntaxBuilder(SourceText source, DiagnosticBag diagnostics) : ClawBaseListener
{
    private readonly HashSet<string> _names = [];

    /// <summary>The statement parsed last.</summary>
    internal Statement? Statement { get; private set; }

    /// <summary>The expression parsed last, when an expression alone was asked for.</summary>
    internal Expression? Expression { get; private set; }

    /// <summary>Forgets what a broken statement left behind.</summary>
    internal void Clear()
    {
        Statement = null;
        Expression = null;
        _operands.Clear();
        _links.Clear();
        _marks.Clear();
        _minuses = 0;
        _declarations.Clear();
        _assignments.Clear();
        _layers.Clear();
    }

    private static SourceSpan Span(ParserRuleContext context) =>
        new(context.Start.StartIndex, context.Stop.StopIndex + 1 - context.Start.StartIndex);

    private static SourceSpan Span(IToken token) => ((ParserToken)token).Span;

    private string Name(NameContext context)
    {
        // A name occurs often and is kept once.
        ReadOnlySpan<char> name = source[Span(context)];
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!names.TryGetValue(name, out string? known))
        {
            known = name.ToString();
            _names.Add(known);
        }

        return known;
    }

    private BigInteger Integer(IToken token) => Integer(source[Span(token)]);

    // What is not a short row of digits here was reported by the tokenizer, and the whole model is refused: any value will do.
    private static BigInteger Integer(ReadOnlySpan<char> digits) =>
        digits.Length <= LanguageLimits.IntegerDigits
        && BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger value)
            ? value
            : BigInteger.Zero;

    private int Exponent(IToken digits, SourceSpan span)
    {
        BigInteger value = Integer(digits);
        if (value <= LanguageLimits.Exponent)
        {
            return (int)value;
        }

        diagnostics.Add(span, $"the exponent is too large: at most {LanguageLimits.Exponent:N0} in absolute value");
        return 0;
    }

    /// <summary>Takes everything above a mark off a stack, in the order in which it was put there.</summary>
    private static ImmutableArray<TItem> TakeFrom<TItem>(List<TItem> stack, int mark)
    {
        ImmutableArray<TItem> taken = [.. CollectionsMarshal.AsSpan(stack)[mark..]];
        CollectionsMarshal.SetCount(stack, mark);
        return taken;
    }
}
