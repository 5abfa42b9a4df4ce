using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

// Jacobi's last multiplier: Y_1..Y_m span the closure, D − m − 1 differentials are known, R are m + 1 coordinates such that the minor M of the
// differentials on the others is not zero. With q such that Y_a(q) = λ_a q, λ_a = div Y_a + Σ_b f_ab^b for [Y_a, Y_b] = Σ_c f_ab^c Y_c, the form
// ω = Σ_{i∈R} ± det(Y on R∖i) dθ_i / (q·M) annihilates the closure and is closed on the level sets of the known laws (math.md 7.1).

/// <summary>The form of the last law of a system all of whose other laws are known.</summary>
/// <param name="system">The generators.</param>
/// <param name="basis">Fields Y_1..Y_m that span the closure at generic points.</param>
/// <param name="pool">Darboux polynomials that multipliers are made of.</param>
/// <param name="domain">Where products are counted.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class LastMultiplier(
    GeneratorSystem system, ImmutableArray<VectorField<Polynomial<Integer>>> basis, DarbouxPool pool, MeteredDomain domain, CancellationToken cancellation)
{
    private const int MaximumDegree = 4;
    private const int MaximumUnknowns = 1200;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private VectorFieldModule<Polynomial<Integer>, MeteredDomain> Fields => new(domain);

    /// <summary>The form over a denominator; null where no multiplier was found.</summary>
    /// <param name="known">D − m − 1 independent differentials or forms that annihilate the closure.</param>
    /// <param name="scale">What the known forms have to be divided by, together, to be closed on the level sets of those before them.</param>
    /// <param name="freeColumns">The coordinates R: the differentials are independent on the others.</param>
    internal (OneForm<Polynomial<Integer>> Numerator, Polynomial<Integer> Denominator)? Find(
        IReadOnlyList<OneForm<Polynomial<Integer>>> known, Polynomial<Integer> scale, int[] freeColumns)
    {
        if (Multiplier(freeColumns) is not { } multiplier)
        {
            return null;
        }

        int[] pivots = [.. Enumerable.Range(0, system.Dimension).Except(freeColumns)];
        Polynomial<Integer> minor = Determinant(pivots.Length, (row, column) => Component(known[row], pivots[column]));
        Polynomial<Integer> factor = domain.Multiply(scale, multiplier.Numerator);
        var components = new List<(int Coordinate, Polynomial<Integer> Coefficient)>();
        for (int place = 0; place < freeColumns.Length; place++)
        {
            int[] others = [.. freeColumns.Where((_, other) => other != place)];
            Polynomial<Integer> determinant = Determinant(others.Length, (row, column) => Component(basis[row], others[column]));
            components.Add((freeColumns[place], domain.Multiply(factor, place % 2 == 0 ? determinant : domain.Negate(determinant))));
        }

        var forms = new OneFormModule<Polynomial<Integer>, MeteredDomain>(domain);
        return DifferentialForms.InLowestTerms(forms.Create(components), domain.Multiply(minor, multiplier.Denominator), cancellation);
    }

    // 1/q.
    private RationalFunction? Multiplier(int[] columns)
    {
        RationalFunction[] rates = Rates(columns);
        if (Array.TrueForAll(rates, rate => rate.IsZero))
        {
            return RationalFunction.One;
        }

        return Product(rates) ?? InversePolynomial(rates);
    }

    // λ_a; Cramer's rule on those coordinates of R where the basis is independent.
    private RationalFunction[] Rates(int[] columns)
    {
        RationalFunction[] rates = [.. basis.Select(field => RationalFunction.FromPolynomial(DarbouxSearch.Divergence(field)))];
        if (basis.Length == 1)
        {
            return rates;
        }

        (int[] Columns, Polynomial<Integer> Determinant) square = columns
            .Select(left => columns.Where(column => column != left).ToArray())
            .Select(some => (some, Determinant(some.Length, (row, column) => Component(basis[row], some[column]))))
            .First(candidate => !candidate.Item2.IsZero);
        for (int a = 0; a < basis.Length; a++)
        {
            Polynomial<Integer> trace = domain.Zero;
            for (int b = 0; b < basis.Length; b++)
            {
                VectorField<Polynomial<Integer>> bracket = Fields.Bracket(basis[a], basis[b]);
                int replaced = b;
                trace = domain.Add(trace, Determinant(
                    basis.Length, (row, column) => Component(row == replaced ? bracket : basis[row], square.Columns[column])));
            }

            // The sign of the bracket here is the other one (math.md 1.2).
            rates[a] -= RationalFunction.Create(trace, square.Determinant, cancellation);
        }

        return rates;
    }

    // q = Π f_i^n_i: Σ n_i K_i = λ with integers n_i.
    private RationalFunction? Product(RationalFunction[] rates)
    {
        var ansatz = new LinearAnsatz();
        var factors = new List<Polynomial<Integer>>();
        foreach (DarbouxPolynomial member in pool.Members)
        {
            factors.Add(member.Polynomial);
            ansatz.AddUnknown(basis.Select((field, a) =>
                (a, domain.Multiply(rates[a].Denominator, IntegerPolynomial.DivideExact(Fields.Apply(field, member.Polynomial), member.Polynomial)))));
        }

        int last = ansatz.AddUnknown(rates.Select((rate, a) => (a, domain.Negate(rate.Numerator))));
        foreach (NullspaceVector solution in ansatz.Solve(cancellation))
        {
            if (solution.Columns[^1] != last || !Integer.Abs(solution.Values[^1]).IsOne)
            {
                continue;
            }

            RationalFunction multiplier = RationalFunction.One;
            for (int place = 0; place < solution.Count - 1; place++)
            {
                int exponent = checked((int)(long)(solution.Values[place] * solution.Values[^1]));
                RationalFunction power = RationalFunction.FromPolynomial(Ring.Power(factors[solution.Columns[place]], Math.Abs(exponent)));
                multiplier = exponent > 0 ? multiplier / power : multiplier * power;
            }

            return multiplier;
        }

        return null;
    }

    // A polynomial q: den(λ_a)·Y_a(q) − num(λ_a)·q = 0.
    private RationalFunction? InversePolynomial(RationalFunction[] rates)
    {
        for (int degree = 1; degree <= MaximumDegree && LawSystem.CountUnknowns(system.Dimension, degree, homogeneous: true) <= MaximumUnknowns; degree++)
        {
            Monomial[] monomials = [.. LawSystem.Monomials(system.Dimension, degree)];
            var ansatz = new LinearAnsatz();
            foreach (Monomial monomial in monomials)
            {
                Polynomial<Integer> term = Ring.Term(Integer.One, monomial);
                ansatz.AddUnknown(basis.Select((field, a) => (a, domain.Subtract(
                    domain.Multiply(rates[a].Denominator, Fields.Apply(field, term)), domain.Multiply(rates[a].Numerator, term)))));
            }

            if (ansatz.Solve(cancellation) is [{ } solution, ..])
            {
                return RationalFunction.Create(Ring.One, LinearAnsatz.Combine(solution, 0, monomials));
            }
        }

        return null;
    }

    private Polynomial<Integer> Determinant(int size, Func<int, int, Polynomial<Integer>> entry)
    {
        var entries = new Polynomial<Integer>[size * size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                entries[(row * size) + column] = entry(row, column);
            }
        }

        return FractionFreeElimination.Determinant(domain, new Matrix<Polynomial<Integer>>(size, size, entries), value => value.TermCount);
    }

    private Polynomial<Integer> Component(VectorField<Polynomial<Integer>> field, int coordinate) =>
        field.TryGetCoefficient(coordinate, out Polynomial<Integer> coefficient) ? coefficient : domain.Zero;

    private Polynomial<Integer> Component(OneForm<Polynomial<Integer>> form, int coordinate)
    {
        int place = form.Coordinates.BinarySearch(coordinate);
        return place < 0 ? domain.Zero : form.Coefficients[place];
    }
}
