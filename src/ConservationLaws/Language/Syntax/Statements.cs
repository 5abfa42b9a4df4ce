using System.Collections.Immutable;
using System.Numerics;

namespace ConservationLaws.Language;

/// <summary>A parsed model: what was written, before any of it has a meaning.</summary>
internal sealed record ModelSyntax(SourceText Source, ImmutableArray<Statement> Statements);

internal abstract record Statement(SourceSpan Span);

internal sealed record TitleStatement(SourceSpan Span, string Title) : Statement(Span);

internal sealed record ParametersStatement(SourceSpan Span, ImmutableArray<ParameterDeclaration> Declarations) : Statement(Span);

/// <summary><c>x</c> has no sizes, <c>b[3]</c> rows alone, <c>U[3,2]</c> both.</summary>
internal sealed record ParameterDeclaration(
    SourceSpan Span, string Name, SourceSpan NameSpan, BigInteger? Rows, BigInteger? Columns);

internal sealed record LetStatement(SourceSpan Span, string Name, SourceSpan NameSpan, Expression Value) : Statement(Span);

internal sealed record PhiStatement(SourceSpan Span, ImmutableArray<Expression> Coordinates) : Statement(Span);

/// <summary>The name span of a field without name is the word <c>field</c>.</summary>
internal sealed record FieldStatement(SourceSpan Span, string? Name, SourceSpan NameSpan, Expression Value) : Statement(Span);

internal sealed record PreconditionStatement(SourceSpan Span, string Name, SourceSpan NameSpan, Expression Factor) : Statement(Span);

internal enum FlowKind
{
    Gradient,
    Momentum,
    Nesterov,
}

/// <summary>The rate is the decay of a gradient flow (null: none), the friction of the others (never null).</summary>
internal sealed record FlowStatement(SourceSpan Span, FlowKind Kind, RationalSyntax? Rate) : Statement(Span);

/// <summary>The denominator is positive; the fraction is as written, not reduced.</summary>
internal sealed record RationalSyntax(SourceSpan Span, BigInteger Numerator, BigInteger Denominator);

internal enum LossKind
{
    Any,
    CrossEntropy,
}

internal sealed record LossStatement(SourceSpan Span, LossKind Kind) : Statement(Span);

internal sealed record DataStatement(SourceSpan Span, MatrixExpression Inputs) : Statement(Span);

internal sealed record AtStatement(SourceSpan Span, ImmutableArray<AtAssignment> Assignments) : Statement(Span);

internal sealed record AtAssignment(SourceSpan Span, string Name, SourceSpan NameSpan, Expression Value);
