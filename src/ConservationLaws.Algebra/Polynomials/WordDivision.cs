using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Exact division with coefficients in machine words, for the rings that have them.</summary>
internal static class WordDivision
{
    /// <summary>Divides; null when the general method has to do it.</summary>
    /// <param name="ring">The ring of coefficients.</param>
    /// <param name="problem">The dividend and the divisor.</param>
    /// <param name="forced">The only method to use, if possible at all; null to choose.</param>
    /// <param name="quotient">The quotient; null when there is none.</param>
    internal static bool? TryDivide<T, TRing>(TRing ring, DivisionProblem<T> problem, DivisionMethod? forced, out Polynomial<T>? quotient)
        where TRing : struct, IIntegralDomain<T>
    {
        bool? divides = null;
        object? found = null;
        if (typeof(TRing) == typeof(IntegerRing))
        {
            divides = IntegerDivision.TryDivide((DivisionProblem<Integer>)(object)problem, forced, out Polynomial<Integer>? integers);
            found = integers;
        }
        else if (typeof(TRing) == typeof(PrimeField))
        {
            divides = ResidueDivision.TryDivide((PrimeField)(object)ring, (DivisionProblem<uint>)(object)problem, forced, out Polynomial<uint>? residues);
            found = residues;
        }

        quotient = (Polynomial<T>?)found;
        return divides;
    }
}
