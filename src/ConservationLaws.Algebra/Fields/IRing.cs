using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Fields;

/// <summary>A commutative ring with one, as an object that knows the operations on its elements.</summary>
/// <typeparam name="T">The raw elements. Equal elements must have equal representations.</typeparam>
/// <remarks>
/// Rings are structs, so that generic code over <c>where TRing : struct, IRing&lt;T&gt;</c> is compiled for each of them and its
/// operations are inlined. Copy a ring to a local variable before a hot loop.
/// </remarks>
public interface IRing<T>
{
    /// <summary>The neutral element of addition.</summary>
    T Zero { get; }

    /// <summary>The neutral element of multiplication.</summary>
    T One { get; }

    /// <summary>Whether an element is zero.</summary>
    bool IsZero(T value);

    /// <summary>Whether two elements are equal.</summary>
    bool AreEqual(T left, T right);

    /// <summary>The sum of two elements.</summary>
    T Add(T left, T right);

    /// <summary>The difference of two elements.</summary>
    T Subtract(T left, T right);

    /// <summary>The additive inverse.</summary>
    T Negate(T value);

    /// <summary>The product of two elements.</summary>
    T Multiply(T left, T right);

    /// <summary>The image of an integer under the only ring homomorphism from Z.</summary>
    T FromInteger(Integer value);
}
