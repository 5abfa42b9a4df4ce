using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

/// <summary>Finds laws that are no polynomials of low degree: rational ones, closed forms, and solvable forms, in this order (math.md 7.1).</summary>
internal sealed class FormSearch
{
    // Products of terms in all checks and determinants together.
    private const long MaximumWork = 60_000_000;

    // Larger systems are left to the proof of existence.
    private const int MaximumDimension = 40;

    private const int MaximumDegree = 3;

    private readonly GeneratorSystem _system;
    private readonly EvaluationPoint _point;
    private readonly int _missing;
    private readonly CancellationToken _cancellation;
    private readonly MeteredDomain _domain;
    private readonly FormVerification _verification;
    private readonly ModularEchelonForm _differentials;
    private readonly List<Law> _known;
    private readonly List<Law> _laws = [];
    private readonly List<FormLaw> _forms = [];

    private FormSearch(GeneratorSystem system, ImmutableArray<Law> laws, int missing, EvaluationPoint point, CancellationToken cancellation)
    {
        _system = system;
        _point = point;
        _missing = missing;
        _cancellation = cancellation;
        _domain = new MeteredDomain(new WorkMeter(MaximumWork, cancellation));
        _verification = new FormVerification(system, _domain);
        _differentials = LawGradients.Span(laws.Select(law => LawGradients.Evaluate(law.Polynomial, point)), point);
        _known = [.. laws];
    }

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private bool IsDone => _laws.Count + _forms.Count == _missing;

    /// <summary>Finds as many of the missing laws as it can.</summary>
    /// <param name="system">The generators.</param>
    /// <param name="laws">The polynomial laws known, with independent gradients at the point.</param>
    /// <param name="basis">Writes out fields that span the closure at generic points; null where they are too large. Asked at most once.</param>
    /// <param name="minors">Minors of the closure's matrix, up to common factors; may be empty.</param>
    /// <param name="missing">How many laws there can be besides.</param>
    /// <param name="point">The point of all ranks.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Further polynomial laws, and laws that are no polynomials; all independent of each other and of those known, at the point.</returns>
    internal static (ImmutableArray<Law> Laws, ImmutableArray<FormLaw> Forms) Find(
        GeneratorSystem system,
        ImmutableArray<Law> laws,
        Func<ImmutableArray<VectorField<Polynomial<Integer>>>?> basis,
        IEnumerable<Polynomial<Integer>> minors,
        int missing,
        EvaluationPoint point,
        CancellationToken cancellation)
    {
        if (system.Dimension > MaximumDimension)
        {
            return ([], []);
        }

        var search = new FormSearch(system, laws, missing, point, cancellation);
        try
        {
            search.Run(basis, minors);
        }
        catch (WorkExceededException)
        {
            // What was found by then holds.
        }

        return ([.. search._laws], [.. search._forms]);
    }

    private void Run(Func<ImmutableArray<VectorField<Polynomial<Integer>>>?> basis, IEnumerable<Polynomial<Integer>> minors)
    {
        var pool = new DarbouxPool(_system, _cancellation);
        DarbouxSearch.Fill(_system, [.. _known], minors, pool, _cancellation);
        var ansatz = new LiouvilleAnsatz(_system, pool);
        SeekClosed(ansatz, pool);
        SeekClosedOverLargeFactors(pool);
        SeekSolvable(ansatz);
        if (!IsDone && _system.Generators.Length == 1)
        {
            SeekClocks(_system.Generators[0]);
        }

        if (_missing - _laws.Count - _forms.Count == 1 && basis() is { } fields)
        {
            SeekLast(fields, pool);
        }
    }

    private void SeekClosed(LiouvilleAnsatz ansatz, DarbouxPool pool)
    {
        for (int degree = 0; degree <= MaximumDegree && !IsDone; degree++)
        {
            Try(ansatz.Solve([Ring.One], degree, [], _cancellation));
        }

        ImmutableArray<DarbouxPolynomial>[] denominators =
        [
            .. pool.Members.Select(member => ImmutableArray.Create(member)),
            .. pool.Members.Select(member => ImmutableArray.Create(member, member)),
            pool.Members.Count > 1 ? [.. pool.Members] : [],
        ];
        foreach (ImmutableArray<DarbouxPolynomial> denominator in denominators.Where(some => !some.IsEmpty))
        {
            // A quotient of the denominator's degree first, since homogeneous ones have it.
            int degree = denominator.Sum(member => member.Polynomial.TotalDegree);
            foreach (int own in degree < MaximumDegree ? (int[])[degree, MaximumDegree] : [degree])
            {
                if (!IsDone && own <= 2 * MaximumDegree)
                {
                    Try(ansatz.Solve([Ring.One], own, denominator, _cancellation));
                }
            }
        }
    }

    // Factors that split over larger extensions only: the forms are closed, though no formula is written.
    private void SeekClosedOverLargeFactors(DarbouxPool pool)
    {
        var ansatz = new ClosedFormAnsatz(_system);
        foreach (DarbouxPolynomial member in pool.Members.Concat(pool.Laws).Where(member => member.Angle is null && member.Polynomial.TotalDegree > 2))
        {
            foreach (OneForm<Polynomial<Integer>> numerator in IsDone ? [] : ansatz.Solve(member.Polynomial, _cancellation))
            {
                if (!IsDone)
                {
                    TryAdd(numerator, member.Polynomial, antiderivative: null);
                }
            }
        }
    }

    private void SeekSolvable(LiouvilleAnsatz ansatz)
    {
        ImmutableArray<Polynomial<Integer>> coefficients = [Ring.One, .. _known.Concat(_laws).Select(law => law.Polynomial)];
        for (int degree = 0; degree < MaximumDegree && !IsDone && coefficients.Length > 1; degree++)
        {
            Try(ansatz.Solve(coefficients, degree, [], _cancellation));
        }
    }

    private void SeekClocks(VectorField<Polynomial<Integer>> field)
    {
        foreach ((OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator) in BlockClocks.Differences(field, Covectors(), _point, _cancellation))
        {
            if (!IsDone)
            {
                TryAdd(numerator, denominator, antiderivative: null);
            }
        }
    }

    private void SeekLast(ImmutableArray<VectorField<Polynomial<Integer>>> basis, DarbouxPool pool)
    {
        var multiplier = new LastMultiplier(_system, basis, pool, _domain, _cancellation);
        Polynomial<Integer> scale = _forms.Aggregate(Ring.One, (product, form) => _domain.Multiply(product, form.Denominator));
        if (multiplier.Find(Covectors(), scale, _differentials.FreeColumns()) is var (numerator, denominator))
        {
            TryAdd(numerator, denominator, antiderivative: null);
        }
    }

    private void Try(IEnumerable<Antiderivative> candidates)
    {
        foreach (Antiderivative candidate in candidates)
        {
            if (IsDone)
            {
                return;
            }

            if (candidate.TryRational() is { } function)
            {
                TryAdd(function);
            }
            else
            {
                (OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator) =
                    DifferentialForms.OverOneDenominator(candidate.Differential(), _cancellation);
                TryAdd(numerator, denominator, candidate);
            }
        }
    }

    private void TryAdd(RationalFunction function)
    {
        OneForm<Polynomial<Integer>> numerator = DifferentialForms.OfQuotient(function);
        Polynomial<Integer> denominator = function.Denominator * function.Denominator;
        if (!IsIndependent(numerator, denominator) || !_verification.Annihilates(numerator))
        {
            return;
        }

        Keep(numerator);
        if (function.IsPolynomial)
        {
            _laws.Add(new Law(IntegerPolynomial.PrimitivePart(function.Numerator)));
        }
        else
        {
            _forms.Add(new FormLaw { Class = FormClass.Rational, Numerator = numerator, Denominator = denominator, Function = function });
        }
    }

    private void TryAdd(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator, Antiderivative? antiderivative)
    {
        if (!IsIndependent(numerator, denominator) || !_verification.Annihilates(numerator))
        {
            return;
        }

        bool isClosed = _verification.IsClosed(numerator, denominator);
        if (isClosed && denominator.IsConstant)
        {
            TryAdd(RationalFunction.FromPolynomial(DifferentialForms.Potential(numerator)));
            return;
        }

        FormLaw law = new() { Class = FormClass.Closed, Numerator = numerator, Denominator = denominator, Antiderivative = antiderivative };
        if (!isClosed)
        {
            ImmutableArray<VectorField<Polynomial<Integer>>> kernel = _verification.Kernel(Covectors(), _cancellation);
            if (!_verification.IsClosedAlong(numerator, denominator, kernel))
            {
                return;
            }

            law = law with { Class = FormClass.Solvable, Kernel = kernel };
        }

        Keep(numerator);
        _forms.Add(law);
    }

    // The differentials of all laws so far, up to factors, in the order of the theorem.
    private List<OneForm<Polynomial<Integer>>> Covectors() =>
        [.. _known.Concat(_laws).Select(law => DifferentialForms.Of(law.Polynomial)), .. _forms.Select(form => form.Numerator)];

    private bool IsIndependent(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator)
    {
        (int[] coordinates, uint[] values) = LawGradients.Evaluate(numerator, _point);
        return LawGradients.Value(denominator, _point) != 0 && !_differentials.Contains(coordinates, values);
    }

    private void Keep(OneForm<Polynomial<Integer>> numerator)
    {
        (int[] coordinates, uint[] values) = LawGradients.Evaluate(numerator, _point);
        _differentials.TryAdd(coordinates, values);
    }
}
