using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Writes polynomials and rational functions as the model language reads them: <c>W1[1,1]^2 - 3*x*y + 1</c>.</summary>
public static class PolynomialFormatter
{
    /// <summary>The text of a polynomial, greatest term first; <c>0</c> for the zero polynomial.</summary>
    /// <param name="value">The polynomial.</param>
    /// <param name="name">The name of a variable.</param>
    public static string Format(Polynomial<Integer> value, Func<int, string> name)
    {
        using var writer = new StringWriter();
        Write(writer, value, name);
        return writer.ToString();
    }

    /// <summary>The text of a rational function: the numerator, or numerator and denominator with <c>/</c> between them.</summary>
    /// <param name="value">The rational function.</param>
    /// <param name="name">The name of a variable.</param>
    public static string Format(RationalFunction value, Func<int, string> name)
    {
        using var writer = new StringWriter();
        Write(writer, value, name);
        return writer.ToString();
    }

    /// <summary>Writes a polynomial term by term.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="value">The polynomial.</param>
    /// <param name="name">The name of a variable.</param>
    public static void Write(TextWriter writer, Polynomial<Integer> value, Func<int, string> name)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(writer, value.Terms, name);
    }

    /// <summary>Writes a sum of terms in the order given; <c>0</c> when there are none.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="terms">Terms with coefficients that are not zero.</param>
    /// <param name="name">The name of a variable.</param>
    public static void Write(TextWriter writer, IEnumerable<(Integer Coefficient, Monomial Monomial)> terms, Func<int, string> name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(name);
        bool isFirst = true;
        foreach ((Integer coefficient, Monomial monomial) in terms)
        {
            bool isNegative = coefficient.Sign < 0;
            writer.Write(isFirst ? (isNegative ? "-" : string.Empty) : isNegative ? " - " : " + ");
            WriteTerm(writer, Integer.Abs(coefficient), monomial, name);
            isFirst = false;
        }

        if (isFirst)
        {
            writer.Write('0');
        }
    }

    /// <summary>Writes a rational function term by term.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="value">The rational function.</param>
    /// <param name="name">The name of a variable.</param>
    public static void Write(TextWriter writer, RationalFunction value, Func<int, string> name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.IsPolynomial)
        {
            Write(writer, value.Numerator, name);
            return;
        }

        WriteFactor(writer, value.Numerator, value.Numerator.TermCount > 1, name);
        writer.Write('/');
        WriteFactor(writer, value.Denominator, !IsAtom(value.Denominator), name);
    }

    private static void WriteFactor(TextWriter writer, Polynomial<Integer> value, bool parentheses, Func<int, string> name)
    {
        if (parentheses)
        {
            writer.Write('(');
        }

        Write(writer, value, name);
        if (parentheses)
        {
            writer.Write(')');
        }
    }

    // After a division sign only a number or a power of one variable may stand alone.
    private static bool IsAtom(Polynomial<Integer> value) =>
        value.TermCount == 1 && (value.IsConstant || (value.LeadingCoefficient.IsOne && value.Variables.Length == 1));

    private static void WriteTerm(TextWriter writer, Integer magnitude, Monomial monomial, Func<int, string> name)
    {
        bool started = !magnitude.IsOne || monomial.Count == 0;
        if (started)
        {
            writer.Write(magnitude.ToString());
        }

        foreach ((int variable, int exponent) in monomial)
        {
            if (started)
            {
                writer.Write('*');
            }

            writer.Write(name(variable));
            if (exponent > 1)
            {
                writer.Write('^');
                writer.Write(exponent);
            }

            started = true;
        }
    }
}
