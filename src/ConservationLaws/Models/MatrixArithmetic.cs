using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Language;

namespace ConservationLaws.Models;

/// <summary>Sums, products and powers of matrices of rational functions, with errors that name the shapes.</summary>
internal static class MatrixArithmetic
{
    /// <summary>No value of an expression has more entries (language.md, "Errors").</summary>
    internal const int MaximumEntries = 10_000_000;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    internal static MatrixValue Add(MatrixValue left, MatrixValue right, SourceSpan span, bool subtract)
    {
        RequireEqualShapes(left, right, span, subtract ? "-" : "+");
        return MatrixValue.Create(
            left.Rows, left.Columns, (row, column) => subtract ? left[row, column] - right[row, column] : left[row, column] + right[row, column]);
    }

    internal static MatrixValue EntrywiseMultiply(MatrixValue left, MatrixValue right, SourceSpan span)
    {
        RequireEqualShapes(left, right, span, ".*");
        return MatrixValue.Create(left.Rows, left.Columns, (row, column) => left[row, column] * right[row, column]);
    }

    internal static MatrixValue Multiply(MatrixValue left, MatrixValue right, SourceSpan span, CancellationToken cancellation)
    {
        if (left.IsScalar || right.IsScalar)
        {
            (RationalFunction factor, MatrixValue matrix) = left.IsScalar ? (left.Entries[0], right) : (right.Entries[0], left);
            return matrix.Map(entry => factor * entry);
        }

        if (left.Columns != right.Rows)
        {
            throw new DiagnosticException(
                span,
                $"cannot multiply {left.Shape} by {right.Shape}: the left factor has {left.Columns} columns, the right one {right.Rows} rows",
                HintForProduct(left, right));
        }

        CheckSize(left.Rows, right.Columns, span);
        MatrixValue columns = MatrixFunctions.Transpose(right);
        return MatrixValue.Create(left.Rows, right.Columns, (row, column) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return SumOfProducts(
                left.Entries.AsSpan(row * left.Columns, left.Columns), columns.Entries.AsSpan(column * columns.Columns, columns.Columns));
        });
    }

    internal static MatrixValue Divide(MatrixValue left, MatrixValue right, SourceSpan span)
    {
        if (!right.IsScalar)
        {
            throw new DiagnosticException(span, $"cannot divide by a {right.Shape} matrix: the divisor must be a scalar");
        }

        if (right.Entries[0].IsZero)
        {
            throw new DiagnosticException(span, "division by zero");
        }

        return left.Map(entry => entry / right.Entries[0]);
    }

    internal static MatrixValue Power(MatrixValue matrix, int exponent, SourceSpan span, CancellationToken cancellation)
    {
        if (matrix.IsScalar && exponent < 0)
        {
            MatrixValue power = Power(matrix, -exponent, span, cancellation);
            return Divide(MatrixValue.Scalar(RationalFunction.One), power, span);
        }

        if (matrix.Rows != matrix.Columns)
        {
            throw new DiagnosticException(span, $"a power needs a scalar or a square matrix, this one is {matrix.Shape}");
        }

        if (exponent < 0)
        {
            throw new DiagnosticException(span, $"a negative power needs a scalar, this is a {matrix.Shape} matrix");
        }

        if (matrix.IsScalar)
        {
            RationalFunction scalar = matrix.Entries[0];
            return MatrixValue.Scalar(RationalFunction.Create(Ring.Power(scalar.Numerator, exponent), Ring.Power(scalar.Denominator, exponent), cancellation));
        }

        MatrixValue result = MatrixValue.Create(
            matrix.Rows, matrix.Rows, (row, column) => row == column ? RationalFunction.One : RationalFunction.Zero);
        for (MatrixValue square = matrix; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                result = Multiply(result, square, span, cancellation);
            }

            if (exponent > 1)
            {
                square = Multiply(square, square, span, cancellation);
            }
        }

        return result;
    }

    internal static RationalFunction Sum(ReadOnlySpan<RationalFunction> terms)
    {
        RationalFunction sum = RationalFunction.Zero;
        foreach (RationalFunction term in terms)
        {
            sum += term;
        }

        return sum;
    }

    internal static RationalFunction SumOfProducts(ReadOnlySpan<RationalFunction> left, ReadOnlySpan<RationalFunction> right)
    {
        var products = new (RationalFunction Left, RationalFunction Right)[left.Length];
        for (int place = 0; place < products.Length; place++)
        {
            products[place] = (left[place], right[place]);
        }

        return default(RationalFunctionField).SumOfProducts(products);
    }

    /// <summary>The value of a function that is constant; null for any other.</summary>
    internal static Rational? Constant(RationalFunction value) =>
        value.Numerator.IsZero ? Rational.Zero
        : value.Numerator.IsConstant && value.Denominator.IsConstant ? new Rational(value.Numerator.LeadingCoefficient, value.Denominator.LeadingCoefficient)
        : null;

    /// <summary>Refuses matrices that are too large before they take memory.</summary>
    /// <exception cref="DiagnosticException">More than <see cref="MaximumEntries"/> entries.</exception>
    internal static void CheckSize(BigInteger rows, BigInteger columns, SourceSpan span)
    {
        if (rows * columns > MaximumEntries)
        {
            throw new DiagnosticException(span, $"a {rows}×{columns} matrix has more than {MaximumEntries:N0} entries");
        }
    }

    private static void RequireEqualShapes(MatrixValue left, MatrixValue right, SourceSpan span, string operation)
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
        {
            throw new DiagnosticException(span, $"`{operation}` needs equal shapes, but the left side is {left.Shape} and the right side {right.Shape}");
        }
    }

    private static string? HintForProduct(MatrixValue left, MatrixValue right) =>
        left.Columns == right.Columns ? "transpose the right factor: `^T`"
        : left.Rows == right.Rows ? "transpose the left factor: `^T`"
        : null;
}
