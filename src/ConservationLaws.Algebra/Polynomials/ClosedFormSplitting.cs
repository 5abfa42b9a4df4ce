using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>One step of Gao's factorization: the closed forms with a given denominator, and what they split off (see <see cref="PolynomialFactorization"/>).</summary>
internal static class ClosedFormSplitting
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>Proper factors of a polynomial; none where it is irreducible over Q or was not split, then perhaps with its splitting over a quadratic extension.</summary>
    /// <param name="value">A square-free primitive polynomial all of whose factors depend on the variable.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="maximumUnknowns">Larger systems are not set up.</param>
    /// <param name="maximumTerms">Longer systems are not set up.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static (Polynomial<Integer>[] Parts, QuadraticSplitting? Splitting) Split(
        Polynomial<Integer> value, int variable, int maximumUnknowns, long maximumTerms, CancellationToken cancellation)
    {
        if (value.TotalDegree == 1 || value.Degree(variable) == 0)
        {
            return ([], null);
        }

        Polynomial<Integer>[]? residues = ResidueSpace(value, variable, maximumUnknowns, maximumTerms, cancellation);
        if (residues is null || residues.Length < 2)
        {
            return ([], null);
        }

        Polynomial<Integer> derivative = Ring.Differentiate(value, variable);
        foreach (Polynomial<Integer> residue in residues)
        {
            // Multiples of the derivative belong to dp/p summed over all factors, which separates nothing.
            if (MinimalPolynomial(value, derivative, residue, residues, variable) is not { Length: > 2 } minimal)
            {
                continue;
            }

            (Rational[] roots, Rational[] rest) = RationalRoots.Split(minimal);
            var parts = new List<Polynomial<Integer>>();
            Polynomial<Integer> remaining = value;
            foreach (Rational root in roots)
            {
                Polynomial<Integer> part = IntegerPolynomial.GreatestCommonDivisor(remaining, Shifted(residue, derivative, root), cancellation);
                if (!part.IsConstant && part.TotalDegree < remaining.TotalDegree)
                {
                    parts.Add(part);
                    remaining = IntegerPolynomial.PrimitivePart(IntegerPolynomial.DivideExact(remaining, part));
                }
            }

            if (parts.Count > 0)
            {
                return ([.. parts, remaining], null);
            }

            if (residues.Length == 2 && rest.Length == 3)
            {
                return ([], SplitQuadratically(value, residue, derivative, rest, cancellation));
            }
        }

        return ([], null);
    }

    // The x-components of a basis of the closed forms: numerators g_k whose degree in θ_j is at most that of f, and one less for j = k.
    private static Polynomial<Integer>[]? ResidueSpace(
        Polynomial<Integer> value, int variable, int maximumUnknowns, long maximumTerms, CancellationToken cancellation)
    {
        int[] variables = value.Variables.ToArray();
        Dictionary<int, int> degrees = variables.ToDictionary(k => k, value.Degree);
        int lowest = value.Terms.Min(term => term.Monomial.TotalDegree);
        var unknowns = new List<(int Variable, Polynomial<Integer> Monomial)>();
        foreach (int own in variables)
        {
            foreach (Monomial monomial in DegreeBox.Monomials(variables, k => degrees[k] - (k == own ? 1 : 0), lowest - 1, value.TotalDegree - 1))
            {
                unknowns.Add((own, Ring.Term(Integer.One, monomial)));
                if (unknowns.Count > maximumUnknowns)
                {
                    return null;
                }
            }
        }

        if ((long)unknowns.Count * value.TermCount * variables.Length > maximumTerms)
        {
            return null;
        }

        var ansatz = new LinearAnsatz();
        foreach ((int own, Polynomial<Integer> monomial) in unknowns)
        {
            ansatz.AddUnknown(ClosedFormEquations.Contributions(value, variables, Array.IndexOf(variables, own), monomial));
        }

        NullspaceVector[] solutions = ansatz.Solve(cancellation);
        return Array.ConvertAll(solutions, solution =>
        {
            var terms = new List<(Integer Coefficient, Monomial Monomial)>();
            for (int k = 0; k < solution.Count; k++)
            {
                (int own, Polynomial<Integer> monomial) = unknowns[solution.Columns[k]];
                if (own == variable)
                {
                    terms.Add((solution.Values[k], monomial.Monomial(0)));
                }
            }

            return Ring.FromTerms(terms);
        });
    }

    // The minimal polynomial of g/f_x modulo f, constant first, monic: its powers stay in the span of all g_i/f_x, so that at a point of the
    // other variables, which keeps f square-free, vectors of values are enough.
    private static Rational[]? MinimalPolynomial(
        Polynomial<Integer> value, Polynomial<Integer> derivative, Polynomial<Integer> residue, Polynomial<Integer>[] residues, int variable)
    {
        for (int attempt = 1; attempt <= 5; attempt++)
        {
            Rational[] modulus = UnivariateRational.Specialize(value, variable, attempt);
            if (modulus.Length - 1 != value.Degree(variable)
                || UnivariateRational.Invert(UnivariateRational.Specialize(derivative, variable, attempt), modulus) is not { } inverse)
            {
                continue;
            }

            Rational[] element = UnivariateRational.MultiplyModulo(UnivariateRational.Specialize(residue, variable, attempt), inverse, modulus);
            return UnivariateRational.MinimalPolynomial(element, modulus, residues.Length);
        }

        return null;
    }

    // Both sides times the denominator of the root.
    private static Polynomial<Integer> Shifted(Polynomial<Integer> residue, Polynomial<Integer> derivative, Rational root) =>
        (root.Denominator * residue) - (root.Numerator * derivative);

    // The two conjugate roots of λ² + bλ + c are α ± β√d. The factor p = A + √d·B divides G₁ + √d·G₂ = (g − α f_x) − β√d f_x, so f = p·p̄ divides
    // p·(G₁ − √d·G₂): two identities, linear in A, B and the quotients.
    private static QuadraticSplitting? SplitQuadratically(
        Polynomial<Integer> value, Polynomial<Integer> residue, Polynomial<Integer> derivative, Rational[] quadratic, CancellationToken cancellation)
    {
        (Rational half, Rational constant) = (quadratic[1] / 2, quadratic[0]);
        Rational discriminant = (half * half) - constant;
        (Integer root, Integer radicand) = SquareFreePart.Of(discriminant.Numerator * discriminant.Denominator);
        // √discriminant = (root/denominator)·√radicand.
        Rational beta = new(root, discriminant.Denominator);
        Integer scale = half.Denominator * beta.Denominator;
        Polynomial<Integer> first = (scale * residue) + ((half * new Rational(scale)).Numerator * derivative);
        Polynomial<Integer> second = -((beta * new Rational(scale)).Numerator * derivative);
        int degree = value.TotalDegree / 2;
        int[] variables = value.Variables.ToArray();
        Monomial[] monomials = [.. DegreeBox.Monomials(variables, k => (value.Degree(k) + 1) / 2, 0, degree)];
        Monomial[] quotients = [.. DegreeBox.Monomials(variables, value.Degree, 0, Math.Max(first.TotalDegree, second.TotalDegree) + degree - value.TotalDegree)];
        var ansatz = new LinearAnsatz();
        foreach (Monomial monomial in monomials)
        {
            Polynomial<Integer> term = Ring.Term(Integer.One, monomial);
            ansatz.AddUnknown([(0, term * first), (1, -(term * second))]);
        }

        foreach (Monomial monomial in monomials)
        {
            Polynomial<Integer> term = Ring.Term(Integer.One, monomial);
            ansatz.AddUnknown([(0, -(radicand * (term * second))), (1, term * first)]);
        }

        foreach (int identity in (ReadOnlySpan<int>)[0, 1])
        {
            foreach (Monomial monomial in quotients)
            {
                ansatz.AddUnknown([(identity, Ring.Term(Integer.One, monomial) * value)]);
            }
        }

        foreach (NullspaceVector solution in ansatz.Solve(cancellation))
        {
            (Polynomial<Integer> a, Polynomial<Integer> b) = (LinearAnsatz.Combine(solution, 0, monomials), LinearAnsatz.Combine(solution, monomials.Length, monomials));
            Polynomial<Integer> norm = (a * a) - (radicand * (b * b));
            if (!a.IsZero && !b.IsZero && !norm.IsZero && norm.TotalDegree == value.TotalDegree
                && IntegerPolynomial.PrimitivePart(norm).Equals(IntegerPolynomial.PrimitivePart(value)))
            {
                return QuadraticSplitting.Create(a, b, radicand);
            }
        }

        return null;
    }
}
