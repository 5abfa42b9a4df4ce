using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Language;

namespace ConservationLaws.Models;

/// <summary>Evaluates expressions of the language over the field Q(θ), exactly.</summary>
internal sealed class ExpressionEvaluator
{
    private static VectorFieldModule<RationalFunction, RationalFunctionField> Fields => default;

    private readonly NameScope _scope;
    private readonly bool _allowsDerivations;
    private readonly CancellationToken _cancellation;

    /// <summary>Prepares evaluation with the names of a scope; derivations <c>D[x]</c> are allowed inside <c>field</c> only.</summary>
    internal ExpressionEvaluator(NameScope scope, bool allowsDerivations, CancellationToken cancellation)
    {
        _scope = scope;
        _allowsDerivations = allowsDerivations;
        _cancellation = cancellation;
    }

    /// <summary>The value of an expression that must be a matrix.</summary>
    /// <exception cref="DiagnosticException">The expression is wrong.</exception>
    internal MatrixValue EvaluateMatrix(Expression expression) =>
        Evaluate(expression) as MatrixValue
        ?? throw new DiagnosticException(expression.Span, "a derivation cannot stand here: `D[…]` may only be multiplied by functions and added");

    /// <summary>The value of an expression that must be a vector field.</summary>
    /// <exception cref="DiagnosticException">The expression is wrong or has a term without a derivation.</exception>
    internal VectorField<RationalFunction> EvaluateField(Expression expression) =>
        Evaluate(expression) switch
        {
            FieldValue value => value.Field,
            MatrixValue { IsScalar: true } value when value.Entries[0].IsZero => Fields.Zero,
            _ => throw new DiagnosticException(expression.Span, "a vector field needs a derivation in every term", "write for example x*D[y] - y*D[x]"),
        };

    private Value Evaluate(Expression expression)
    {
        _cancellation.ThrowIfCancellationRequested();
        return expression switch
        {
            IntegerExpression integer => MatrixValue.Scalar(RationalFunction.FromInteger(integer.Value)),
            NameExpression name => _scope.Read(name),
            DerivationExpression derivation => Derivation(derivation),
            MatrixExpression matrix => Matrix(matrix),
            CallExpression call => Call(call),
            NegateExpression negation => Negate(Evaluate(negation.Operand)),
            TransposeExpression transpose => MatrixFunctions.Transpose(EvaluateMatrix(transpose.Operand)),
            PowerExpression power => MatrixArithmetic.Power(EvaluateMatrix(power.Base), power.Exponent, power.Span, _cancellation),
            ChainExpression chain => Chain(chain),
            _ => throw new ArgumentException("Unknown kind of expression.", nameof(expression)),
        };
    }

    private Value Chain(ChainExpression chain)
    {
        Value result = Evaluate(chain.First);
        foreach (ChainLink link in chain.Rest)
        {
            // Left to right; the span covers what has been combined so far.
            var span = SourceSpan.Between(chain.First.Span, link.Operand.Span);
            result = Combine(link.Operator, result, Evaluate(link.Operand), span, link);
        }

        return result;
    }

    private Value Combine(BinaryOperator operation, Value left, Value right, SourceSpan span, ChainLink link) => (operation, left, right) switch
    {
        (BinaryOperator.Add, MatrixValue a, MatrixValue b) => MatrixArithmetic.Add(a, b, span, subtract: false),
        (BinaryOperator.Subtract, MatrixValue a, MatrixValue b) => MatrixArithmetic.Add(a, b, span, subtract: true),
        (BinaryOperator.Multiply, MatrixValue a, MatrixValue b) => MatrixArithmetic.Multiply(a, b, span, _cancellation),
        (BinaryOperator.EntrywiseMultiply, MatrixValue a, MatrixValue b) => MatrixArithmetic.EntrywiseMultiply(a, b, span),
        (BinaryOperator.Divide, MatrixValue a, MatrixValue b) => MatrixArithmetic.Divide(a, b, span),
        (BinaryOperator.Add, FieldValue a, FieldValue b) => new FieldValue(Fields.Add(a.Field, b.Field)),
        (BinaryOperator.Subtract, FieldValue a, FieldValue b) => new FieldValue(Fields.Add(a.Field, Fields.Negate(b.Field))),
        (BinaryOperator.Add or BinaryOperator.Subtract, _, _) =>
            throw new DiagnosticException(span, "every term of a vector field needs a derivation `D[…]`; here one side has none"),
        (BinaryOperator.Multiply or BinaryOperator.EntrywiseMultiply, FieldValue, FieldValue) =>
            throw new DiagnosticException(span, "a term of a vector field has one derivation, not two"),
        (BinaryOperator.Multiply or BinaryOperator.EntrywiseMultiply, MatrixValue a, FieldValue b) => ScaleField(a, b, span),
        (BinaryOperator.Multiply or BinaryOperator.EntrywiseMultiply, FieldValue a, MatrixValue b) => ScaleField(b, a, span),
        (BinaryOperator.Divide, FieldValue a, MatrixValue b) =>
            ScaleField(MatrixArithmetic.Divide(MatrixValue.Scalar(RationalFunction.One), b, link.Operand.Span), a, span),
        _ => throw new DiagnosticException(link.Operand.Span, "cannot divide by a derivation"),
    };

    private static FieldValue ScaleField(MatrixValue factor, FieldValue field, SourceSpan span) =>
        factor.IsScalar
            ? new FieldValue(Fields.Scale(factor.Entries[0], field.Field))
            : throw new DiagnosticException(span, $"a derivation is multiplied by a scalar function, not by a {factor.Shape} matrix");

    private static Value Negate(Value value) => value switch
    {
        FieldValue field => new FieldValue(Fields.Negate(field.Field)),
        _ => ((MatrixValue)value).Map(entry => -entry),
    };

    private FieldValue Derivation(DerivationExpression derivation)
    {
        if (!_allowsDerivations)
        {
            throw new DiagnosticException(derivation.Span, "`D[…]` stands only in a `field` statement");
        }

        Parameter parameter = _scope.FindParameter(derivation.Name, derivation.NameSpan);
        int coordinate = NameScope.FindCoordinate(parameter, derivation.NameSpan, derivation.Indices);
        return new FieldValue(Fields.Create([(coordinate, RationalFunction.One)]));
    }

    private MatrixValue Matrix(MatrixExpression matrix)
    {
        int rows = matrix.Rows.Length;
        int columns = matrix.Rows[0].Length;
        MatrixArithmetic.CheckSize(rows, columns, matrix.Span);
        return MatrixValue.Create(rows, columns, (row, column) =>
        {
            Expression entry = matrix.Rows[row][column];
            MatrixValue value = EvaluateMatrix(entry);
            return value.IsScalar
                ? value.Entries[0]
                : throw new DiagnosticException(entry.Span, $"an entry of a matrix is a scalar, this one is {value.Shape}");
        });
    }

    private MatrixValue Call(CallExpression call)
    {
        MatrixFunctions.Check(call);
        ImmutableArray<MatrixValue> arguments = [.. call.Arguments.Select(EvaluateMatrix)];
        return MatrixFunctions.Evaluate(call, arguments, _cancellation);
    }
}
