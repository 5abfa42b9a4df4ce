using System.Numerics;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Language;

namespace ConservationLaws.Models;

/// <summary>The functions of the language: <c>transpose trace det vec diag sum norm2 kron hadamard eye</c>.</summary>
internal static class MatrixFunctions
{
    private static readonly Dictionary<string, int> ArgumentCounts = new(StringComparer.Ordinal)
    {
        ["transpose"] = 1,
        ["trace"] = 1,
        ["det"] = 1,
        ["vec"] = 1,
        ["diag"] = 1,
        ["sum"] = 1,
        ["norm2"] = 1,
        ["kron"] = 2,
        ["hadamard"] = 2,
        ["eye"] = 1,
    };

    /// <summary>Evaluates a call whose arguments are known.</summary>
    /// <exception cref="DiagnosticException">The function is unknown or the arguments do not fit it.</exception>
    internal static MatrixValue Evaluate(CallExpression call, IReadOnlyList<MatrixValue> arguments, CancellationToken cancellation)
    {
        MatrixValue first = arguments[0];
        return call.Function switch
        {
            "transpose" => Transpose(first),
            "trace" => MatrixValue.Scalar(Trace(RequireSquare(call, first))),
            "det" => MatrixValue.Scalar(Determinant.Compute(RequireSquare(call, first), cancellation)),
            "vec" => new MatrixValue(first.Entries.Length, 1, first.Entries),
            "diag" => Diagonal(call, first),
            "sum" => MatrixValue.Scalar(MatrixArithmetic.Sum(first.Entries)),
            "norm2" => MatrixValue.Scalar(MatrixArithmetic.SumOfProducts(first.Entries, first.Entries)),
            "kron" => Kronecker(call, first, arguments[1]),
            "hadamard" => MatrixArithmetic.EntrywiseMultiply(first, arguments[1], call.Span),
            _ => Identity(call, first),
        };
    }

    /// <summary>Checks name and number of arguments of a call before anything is evaluated.</summary>
    /// <exception cref="DiagnosticException">The function is unknown or takes another number of arguments.</exception>
    internal static void Check(CallExpression call)
    {
        if (!ArgumentCounts.TryGetValue(call.Function, out int expected))
        {
            string? nearest = NearestName.Find(call.Function, ArgumentCounts.Keys);
            throw new DiagnosticException(
                call.FunctionSpan,
                $"unknown function {Quotation.Of(call.Function)}",
                (nearest is null ? "" : $"did you mean `{nearest}`? ") + "functions: " + string.Join(", ", ArgumentCounts.Keys));
        }

        if (call.Arguments.Length != expected)
        {
            throw new DiagnosticException(
                call.Span, $"{Quotation.Of(call.Function)} takes {(expected == 1 ? "one argument" : "two arguments")}, not {call.Arguments.Length}");
        }
    }

    internal static MatrixValue Transpose(MatrixValue matrix) =>
        MatrixValue.Create(matrix.Columns, matrix.Rows, (row, column) => matrix[column, row]);

    private static MatrixValue RequireSquare(CallExpression call, MatrixValue matrix) =>
        matrix.Rows == matrix.Columns
            ? matrix
            : throw new DiagnosticException(call.Arguments[0].Span, $"{Quotation.Of(call.Function)} needs a square matrix, this one is {matrix.Shape}");

    private static RationalFunction Trace(MatrixValue matrix) =>
        MatrixArithmetic.Sum([.. Enumerable.Range(0, matrix.Rows).Select(place => matrix[place, place])]);

    private static MatrixValue Diagonal(CallExpression call, MatrixValue matrix)
    {
        if (matrix.Columns == 1)
        {
            MatrixArithmetic.CheckSize(matrix.Rows, matrix.Rows, call.Span);
            return MatrixValue.Create(matrix.Rows, matrix.Rows, (row, column) => row == column ? matrix[row, 0] : RationalFunction.Zero);
        }

        RequireSquare(call, matrix);
        return MatrixValue.Create(matrix.Rows, 1, (row, _) => matrix[row, row]);
    }

    private static MatrixValue Kronecker(CallExpression call, MatrixValue left, MatrixValue right)
    {
        MatrixArithmetic.CheckSize((BigInteger)left.Rows * right.Rows, (BigInteger)left.Columns * right.Columns, call.Span);
        return MatrixValue.Create(
            left.Rows * right.Rows,
            left.Columns * right.Columns,
            (row, column) => left[row / right.Rows, column / right.Columns] * right[row % right.Rows, column % right.Columns]);
    }

    private static MatrixValue Identity(CallExpression call, MatrixValue size)
    {
        Rational? number = size.IsScalar ? MatrixArithmetic.Constant(size.Entries[0]) : null;
        if (number is not { IsInteger: true, Sign: > 0 } || !number.Value.Numerator.TryGetInt64(out long n))
        {
            throw new DiagnosticException(call.Arguments[0].Span, "`eye` needs a positive integer");
        }

        MatrixArithmetic.CheckSize(n, n, call.Span);
        return MatrixValue.Create((int)n, (int)n, (row, column) => row == column ? RationalFunction.One : RationalFunction.Zero);
    }
}
