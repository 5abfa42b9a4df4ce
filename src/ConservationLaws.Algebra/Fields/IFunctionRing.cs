namespace ConservationLaws.Algebra.Fields;

/// <summary>A ring of functions of the coordinates θ₀, θ₁, … that contains the coordinates and can be composed with maps.</summary>
/// <typeparam name="T">The raw elements.</typeparam>
public interface IFunctionRing<T> : IDifferentialRing<T>
{
    /// <summary>A coordinate as a function.</summary>
    /// <param name="variable">The coordinate, counted from 0.</param>
    T Variable(int variable);

    /// <summary>Replaces coordinates by functions, all at once.</summary>
    /// <param name="value">The function.</param>
    /// <param name="image">The image of a coordinate. Asked once for each coordinate that occurs.</param>
    /// <exception cref="DivideByZeroException">The function has a pole everywhere on the image of the map.</exception>
    T Substitute(T value, Func<int, T> image);
}
