namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A way to write monomials as keys that are compared, hashed and multiplied quickly.</summary>
/// <typeparam name="TKey">The keys; equal keys belong to equal monomials.</typeparam>
public interface IMonomialPacking<TKey>
    where TKey : struct, IEquatable<TKey>, IComparable<TKey>
{
    /// <summary>The key of a monomial.</summary>
    /// <param name="factors">The factors: distinct variables, ascending, with positive exponents.</param>
    TKey Pack(ReadOnlySpan<(int Variable, int Exponent)> factors);

    /// <summary>The key of the product of two monomials.</summary>
    TKey Multiply(TKey left, TKey right);
}
