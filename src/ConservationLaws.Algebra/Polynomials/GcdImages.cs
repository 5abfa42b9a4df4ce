using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// Let a, b be primitive in x with gcd h, and γ a multiple of lc(h) in x that divides no more than lc(a) and lc(b) do. The images of H = (γ/lc(h))·h
// at points y are known from those of a, b and γ alone: γ(y) times the monic gcd of a(x, y) and b(x, y), unless the point is unlucky,
// that is lc(a) or lc(b) vanishes there or the gcd of the images is too large. Points of a progression are evaluated in batches.
// Invariant: images _next .. _ready − 1 of the batch are evaluated and not yet handed out.

/// <summary>The images modulo a prime of the gcd with prescribed leading coefficient.</summary>
internal sealed class GcdImages
{
    // Residues of a batch, so that long images stay in the cache.
    private const int BatchResidues = 1 << 14;

    private readonly PrimeField _field;
    private readonly int[] _others;
    private readonly GeometricEvaluation _left;
    private readonly GeometricEvaluation _right;
    private readonly GeometricEvaluation _leading;
    private readonly CancellationToken _cancellation;
    private readonly int _batch;
    private uint[] _leftImages = [];
    private uint[] _rightImages = [];
    private uint[] _leadingImages = [];
    private int _next;
    private int _ready;
    private int _wanted;

    internal GcdImages(PrimeField field, GcdProblem problem, CancellationToken cancellation)
    {
        (_field, _others, _cancellation) = (field, problem.Others, cancellation);
        _left = new GeometricEvaluation(field, problem.Left);
        _right = new GeometricEvaluation(field, problem.Right);
        _leading = new GeometricEvaluation(field, problem.Leading);
        _batch = Math.Max(1, BatchResidues / Math.Max(_left.ImageLength, _right.ImageLength));
    }

    internal PrimeField Field => _field;

    /// <summary>Starts a progression of points; see <see cref="GeometricEvaluation.Start"/>.</summary>
    internal void Start(ReadOnlySpan<uint> start, ReadOnlySpan<uint> ratio)
    {
        _left.Start(_others, start, ratio);
        _right.Start(_others, start, ratio);
        _leading.Start(_others, start, ratio);
        (_next, _ready, _wanted) = (0, 0, 0);
    }

    /// <summary>Announces how many of the next images will be wanted, so that they are evaluated together.</summary>
    internal void Prepare(int count) => _wanted = count;

    /// <summary>The image of H at the next point, lowest coefficient first; empty when the point is unlucky. Valid until the next call.</summary>
    internal ReadOnlySpan<uint> Next()
    {
        if (_next == _ready)
        {
            Evaluate(Math.Clamp(_wanted, 1, _batch));
        }

        Span<uint> left = _leftImages.AsSpan(_next * _left.ImageLength, _left.ImageLength);
        Span<uint> right = _rightImages.AsSpan(_next * _right.ImageLength, _right.ImageLength);
        uint leading = _leadingImages[_next];
        _next++;
        if (left[^1] == 0 || right[^1] == 0 || leading == 0)
        {
            return [];
        }

        Span<uint> image = UnivariateResidues.Gcd(_field, left, right);
        uint scale = _field.Multiply(leading, _field.Invert(image[^1]));
        foreach (ref uint coefficient in image)
        {
            coefficient = _field.Multiply(coefficient, scale);
        }

        return image;
    }

    private void Evaluate(int count)
    {
        _cancellation.ThrowIfCancellationRequested();
        Evaluate(_left, ref _leftImages, count);
        Evaluate(_right, ref _rightImages, count);
        Evaluate(_leading, ref _leadingImages, count);
        (_next, _ready, _wanted) = (0, count, Math.Max(0, _wanted - count));
    }

    private static void Evaluate(GeometricEvaluation evaluation, ref uint[] images, int count)
    {
        if (images.Length < count * evaluation.ImageLength)
        {
            images = new uint[count * evaluation.ImageLength];
        }

        evaluation.Next(count, images);
    }
}
