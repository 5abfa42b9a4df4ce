using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Geometry;

// [Z, X](θ) = dZ(θ)·X(θ) − dX(θ)·Z(θ), and a directional derivative is the ε-part of the value at a perturbed point:
// Z(θ + ε X(θ)) = Z(θ) + ε dZ(θ)·X(θ) with ε² = 0. Evaluating Z itself the same way at the perturbed point needs one more
// nilpotent direction for each nesting, so a word of depth d costs evaluations of generators over 2^d-dimensional algebras at most,
// and no bracket is ever expanded.

/// <summary>Values at a point modulo a prime of iterated Lie brackets, by truncated jets.</summary>
/// <remarks>Not safe for use by two threads at once; each thread makes its own.</remarks>
public sealed class BracketEvaluator
{
    private readonly PrimeField _field;
    private readonly int _dimension;
    private readonly Func<int, ModularVectorField?> _expanded;
    private readonly IReadOnlyList<BracketWord> _words;

    /// <summary>Prepares the evaluation of a list of words, which may grow afterwards.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="dimension">The dimension of the space.</param>
    /// <param name="words">The straight-line list of words.</param>
    /// <param name="expanded">
    /// The field of a word where it is known in full: always for generators, for brackets where an expansion was worth it.
    /// </param>
    public BracketEvaluator(
        PrimeField field, int dimension, IReadOnlyList<BracketWord> words, Func<int, ModularVectorField?> expanded)
    {
        _field = field;
        _dimension = dimension;
        _words = words;
        _expanded = expanded;
    }

    /// <summary>The value of a word at a point.</summary>
    /// <param name="word">The place of the word in the list.</param>
    /// <param name="point">The residues of the coordinates.</param>
    public uint[] Evaluate(int word, uint[] point) => Evaluate(word, point, 1);

    /// <summary>The value of the bracket of two words at a point, when the values of the words themselves are at hand.</summary>
    /// <param name="left">The place of the left word.</param>
    /// <param name="leftValue">Its value at the point.</param>
    /// <param name="right">The place of the right word.</param>
    /// <param name="rightValue">Its value at the point.</param>
    /// <param name="point">The residues of the coordinates.</param>
    public uint[] EvaluateBracket(int left, uint[] leftValue, int right, uint[] rightValue, uint[] point)
    {
        uint[] ofLeft = Derivative(left, point, rightValue, 1);
        uint[] ofRight = Derivative(right, point, leftValue, 1);
        SubtractFrom(ofLeft, ofRight);
        return ofLeft;
    }

    private uint[] Evaluate(int word, uint[] point, int size)
    {
        if (_expanded(word) is { } field)
        {
            uint[] value = new uint[_dimension * size];
            field.Evaluate(point, size, value);
            return value;
        }

        BracketWord bracket = _words[word];
        uint[] right = Evaluate(bracket.Right, point, size);
        (uint[] left, uint[] ofLeft) = Split(Evaluate(bracket.Left, Perturb(point, right, size), 2 * size), size);
        SubtractFrom(ofLeft, Derivative(bracket.Right, point, left, size));
        return ofLeft;
    }

    // The derivative of a word's field at a point of the algebra of the given size, along a direction.
    private uint[] Derivative(int word, uint[] point, uint[] direction, int size) =>
        Split(Evaluate(word, Perturb(point, direction, size), 2 * size), size).Derivative;

    // point + ε·direction: in each coordinate the old residues, then those of the direction.
    private uint[] Perturb(uint[] point, uint[] direction, int size)
    {
        uint[] perturbed = new uint[2 * point.Length];
        for (int coordinate = 0; coordinate < _dimension; coordinate++)
        {
            Array.Copy(point, coordinate * size, perturbed, 2 * coordinate * size, size);
            Array.Copy(direction, coordinate * size, perturbed, ((2 * coordinate) + 1) * size, size);
        }

        return perturbed;
    }

    // The inverse of Perturb.
    private (uint[] Value, uint[] Derivative) Split(uint[] jet, int size)
    {
        uint[] value = new uint[jet.Length / 2];
        uint[] derivative = new uint[jet.Length / 2];
        for (int coordinate = 0; coordinate < _dimension; coordinate++)
        {
            Array.Copy(jet, 2 * coordinate * size, value, coordinate * size, size);
            Array.Copy(jet, ((2 * coordinate) + 1) * size, derivative, coordinate * size, size);
        }

        return (value, derivative);
    }

    private void SubtractFrom(uint[] left, uint[] right)
    {
        PrimeField field = _field;
        for (int place = 0; place < left.Length; place++)
        {
            left[place] = field.Subtract(left[place], right[place]);
        }
    }
}
