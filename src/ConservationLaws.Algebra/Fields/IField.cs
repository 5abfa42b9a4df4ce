namespace ConservationLaws.Algebra.Fields;

/// <summary>A field: every element but zero has an inverse.</summary>
/// <typeparam name="T">The raw elements.</typeparam>
public interface IField<T> : IIntegralDomain<T>
{
    /// <summary>The multiplicative inverse.</summary>
    /// <exception cref="DivideByZeroException">The value is zero.</exception>
    T Invert(T value);
}
