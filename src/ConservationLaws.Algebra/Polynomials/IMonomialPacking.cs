namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A way to write monomials as keys that are compared, hashed and multiplied quickly.</summary>
/// <typeparam name="TKey">The keys; equal keys belong to equal monomials.</typeparam>
public interface IMonomialPacking<TKey>
    where TKey : struct, IEquatable<TKey>, IComparable<TKey>
{
    /// <summary>The key of a monomial.</summary>
    TKey Pack(Monomial monomial);

    /// <summary>The monomial of a key.</summary>
    Monomial Unpack(TKey key);

    /// <summary>The key of the product of two monomials.</summary>
    TKey Multiply(TKey left, TKey right);
}
