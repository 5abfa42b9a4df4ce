namespace ConservationLaws.Algebra.Polynomials;

// Without zero divisors the degrees in each variable, the total degrees and the trailing terms multiply: the quotient has degrees
// Bounds = deg f − deg g, or there is none. A monomial m is within bounds when (Bounds | guards) − m keeps every guard.

/// <summary>A dividend and a divisor, not zero, in the layout of the dividend, and the degrees of the quotient.</summary>
internal sealed class DivisionProblem<T>
{
    private readonly ulong[] _bounds;
    private int[]? _degrees;

    private DivisionProblem(Polynomial<T> dividend, Polynomial<T> divisor, ulong[] bounds)
    {
        (Layout, DividendExponents, Dividend) = (dividend.Layout, dividend.Exponents, dividend.Coefficients);
        DivisorExponents = MonomialPacking.Repack(divisor.Exponents, divisor.Layout, Layout);
        Divisor = divisor.Coefficients;
        _bounds = bounds;
    }

    /// <summary>The layout of all monomials.</summary>
    internal MonomialLayout Layout { get; }

    /// <summary>The monomials of the dividend, descending.</summary>
    internal ulong[] DividendExponents { get; }

    /// <summary>The coefficients of the dividend.</summary>
    internal T[] Dividend { get; }

    /// <summary>The monomials of the divisor, descending.</summary>
    internal ulong[] DivisorExponents { get; }

    /// <summary>The coefficients of the divisor.</summary>
    internal T[] Divisor { get; }

    /// <summary>The total degree of the dividend and its degrees in all variables.</summary>
    internal int[] DividendDegrees => _degrees ??= FindDegrees();

    /// <summary>The same without the last variable, whose exponent follows from the others (<see cref="SlabGeometry"/>).</summary>
    internal ReadOnlySpan<int> BoxDegrees => DividendDegrees.AsSpan(0, Math.Max(1, Layout.Variables.Length));

    /// <summary>The problem; null when degrees or trailing monomials show that the divisor does not divide.</summary>
    internal static DivisionProblem<T>? TryCreate(Polynomial<T> dividend, Polynomial<T> divisor)
    {
        MonomialLayout layout = dividend.Layout;
        foreach (int variable in divisor.Variables)
        {
            if (layout.IndexOf(variable) < 0)
            {
                return null;
            }
        }

        ulong[] bounds = new ulong[layout.WordCount];
        int total = dividend.TotalDegree - divisor.TotalDegree;
        if (total < 0)
        {
            return null;
        }

        bounds[0] = (ulong)total << (64 - layout.FieldBits);
        for (int place = 0; place < layout.Variables.Length; place++)
        {
            int variable = layout.Variables[place];
            int bound = dividend.Degree(variable) - divisor.Degree(variable);
            if (bound < 0)
            {
                return null;
            }

            (int word, int shift) = layout.Locate(place);
            bounds[word] |= (ulong)bound << shift;
        }

        var problem = new DivisionProblem<T>(dividend, divisor, bounds);
        return problem.Divides(problem.DivisorExponents.AsSpan(^layout.WordCount..), dividend.Packed(dividend.TermCount - 1)) ? problem : null;
    }

    /// <summary>Divides a monomial by the leading one of the divisor; false when that is not a monomial within the degrees of the quotient.</summary>
    internal bool TryDivideByLeading(ReadOnlySpan<ulong> monomial, Span<ulong> quotient)
    {
        ReadOnlySpan<ulong> leading = DivisorExponents.AsSpan(0, quotient.Length);
        for (int word = 0; word < quotient.Length; word++)
        {
            quotient[word] = unchecked(monomial[word] - leading[word]);
        }

        return Divides(leading, monomial) && Divides(quotient, _bounds);
    }

    /// <summary>Bounds on the total degree of the quotient and on its degrees in all variables.</summary>
    internal int[] QuotientDegrees()
    {
        int[] degrees = new int[Layout.Variables.Length + 1];
        for (int k = 0; k < degrees.Length; k++)
        {
            degrees[k] = Layout.Exponent(_bounds, k - 1);
        }

        return degrees;
    }

    private int[] FindDegrees()
    {
        int[] degrees = new int[Layout.Variables.Length + 1];
        for (int k = 0; k < degrees.Length; k++)
        {
            degrees[k] = Layout.Degree(DividendExponents, k - 1);
        }

        return degrees;
    }

    private bool Divides(ReadOnlySpan<ulong> divisor, ReadOnlySpan<ulong> dividend)
    {
        bool divides = true;
        ulong guards = Layout.GuardMask;
        for (int word = 0; word < divisor.Length; word++)
        {
            divides &= (unchecked((dividend[word] | guards) - divisor[word]) & guards) == guards;
        }

        return divides;
    }
}
