namespace ConservationLaws.Algebra.Fields;

/// <summary>A ring of functions of the coordinates θ₀, θ₁, … with its partial derivatives.</summary>
/// <typeparam name="T">The raw elements.</typeparam>
public interface IDifferentialRing<T> : IRing<T>
{
    /// <summary>The partial derivative ∂value/∂θ_variable.</summary>
    /// <param name="value">The function to differentiate.</param>
    /// <param name="variable">The coordinate, counted from 0.</param>
    T Differentiate(T value, int variable);

    /// <summary>The sum of the products of pairs, accumulated without intermediate products where the ring can.</summary>
    /// <param name="products">The pairs of factors; none gives zero.</param>
    T SumOfProducts(ReadOnlySpan<(T Left, T Right)> products);
}
