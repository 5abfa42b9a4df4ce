namespace ConservationLaws.Algebra.Fields;

/// <summary>A ring without zero divisors in which divisibility can be decided.</summary>
/// <typeparam name="T">The raw elements.</typeparam>
public interface IIntegralDomain<T> : IRing<T>
{
    /// <summary>Divides when the division leaves no remainder.</summary>
    /// <param name="dividend">Any element.</param>
    /// <param name="divisor">A non-zero element.</param>
    /// <param name="quotient">The quotient, or zero when there is none.</param>
    /// <returns>Whether the divisor divides the dividend in this ring.</returns>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    bool TryDivideExact(T dividend, T divisor, out T quotient);
}
