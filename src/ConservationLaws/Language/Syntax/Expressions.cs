using System.Collections.Immutable;
using System.Numerics;

namespace ConservationLaws.Language;

/// <summary>An expression. Its depth is bounded by the nesting of brackets, so that a recursive reader is safe.</summary>
internal abstract record Expression(SourceSpan Span);

internal sealed record IntegerExpression(SourceSpan Span, BigInteger Value) : Expression(Span);

internal sealed record NameExpression(
    SourceSpan Span, string Name, SourceSpan NameSpan, ImmutableArray<IndexSyntax> Indices) : Expression(Span);

/// <summary><c>D[x]</c>, <c>D[U[1,2]]</c>.</summary>
internal sealed record DerivationExpression(
    SourceSpan Span, string Name, SourceSpan NameSpan, ImmutableArray<IndexSyntax> Indices) : Expression(Span);

internal sealed record IndexSyntax(SourceSpan Span, BigInteger Value);

internal sealed record CallExpression(
    SourceSpan Span, string Function, SourceSpan FunctionSpan, ImmutableArray<Expression> Arguments) : Expression(Span);

/// <summary>
/// At least one row, at least one entry in each, all rows of one length. <c>[a,b]</c> is a column: two rows of one entry.
/// </summary>
internal sealed record MatrixExpression(SourceSpan Span, ImmutableArray<ImmutableArray<Expression>> Rows) : Expression(Span);

/// <summary>A change of sign. Of several minus signs in a row two and two cancel in the parser.</summary>
internal sealed record NegateExpression(SourceSpan Span, Expression Operand) : Expression(Span);

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    EntrywiseMultiply,
}

/// <summary>
/// A sum (operators + and −) or a product (operators *, / and .*), evaluated from left to right; never empty, never mixed.
/// A list and not a tree: the sum of a million terms must not be a million levels deep.
/// </summary>
internal sealed record ChainExpression(SourceSpan Span, Expression First, ImmutableArray<ChainLink> Rest) : Expression(Span);

internal readonly record struct ChainLink(BinaryOperator Operator, SourceSpan OperatorSpan, Expression Operand);

/// <summary>The exponent is at most 65,535 in absolute value.</summary>
internal sealed record PowerExpression(SourceSpan Span, Expression Base, SourceSpan ExponentSpan, int Exponent) : Expression(Span);

internal sealed record TransposeExpression(SourceSpan Span, Expression Operand) : Expression(Span);
