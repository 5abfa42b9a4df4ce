using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Let a, b be primitive in x with gcd h, and γ a multiple of lc(h) in x that divides no more than lc(a) and lc(b) do. The images of H = (γ/lc(h))·h
// at points y are known from those of a, b and γ alone: γ(y) times the monic gcd of a(x, y) and b(x, y), unless the point is unlucky,
// that is lc(a) or lc(b) vanishes there or the gcd of the images is too large.

/// <summary>The images modulo a prime of the gcd with prescribed leading coefficient.</summary>
internal sealed class GcdImages
{
    private readonly PrimeField _field;
    private readonly GeometricEvaluation _left;
    private readonly GeometricEvaluation _right;
    private readonly GeometricEvaluation _leading;
    private readonly uint[] _leftImage;
    private readonly uint[] _rightImage;
    private readonly uint[] _leadingImage = new uint[1];
    private readonly CancellationToken _cancellation;

    internal GcdImages(
        PrimeField field, Polynomial<Integer> left, Polynomial<Integer> right, Polynomial<Integer> leading, int main, int[] others, CancellationToken cancellation)
    {
        _field = field;
        _left = new GeometricEvaluation(field, left, main, others);
        _right = new GeometricEvaluation(field, right, main, others);
        _leading = new GeometricEvaluation(field, leading, main, others);
        _leftImage = new uint[_left.MainDegree + 1];
        _rightImage = new uint[_right.MainDegree + 1];
        _cancellation = cancellation;
    }

    internal PrimeField Field => _field;

    /// <summary>Starts a progression of points; see <see cref="GeometricEvaluation.Start"/>.</summary>
    internal void Start(ReadOnlySpan<uint> start, ReadOnlySpan<uint> ratio)
    {
        _left.Start(start, ratio);
        _right.Start(start, ratio);
        _leading.Start(start, ratio);
    }

    /// <summary>The image of H at the next point, lowest coefficient first; empty when the point is unlucky. Valid until the next call.</summary>
    internal ReadOnlySpan<uint> Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        _left.Next(_leftImage);
        _right.Next(_rightImage);
        _leading.Next(_leadingImage);
        if (_leftImage[^1] == 0 || _rightImage[^1] == 0 || _leadingImage[0] == 0)
        {
            return [];
        }

        (uint[] gcd, int degree) = UnivariateResidues.Gcd(_field, _leftImage, _left.MainDegree, _rightImage, _right.MainDegree);
        Span<uint> image = gcd.AsSpan(0, degree + 1);
        foreach (ref uint coefficient in image)
        {
            coefficient = _field.Multiply(coefficient, _leadingImage[0]);
        }

        return image;
    }
}
