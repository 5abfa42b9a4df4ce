using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// H(x, y₁..yₙ) modulo p from its images H(x, point). After k variables the monomials of H(x, y₁..y_k, anchor) are known. A new value of
// y_{k+1} changes their coefficients only, and these follow from as many images as there are monomials with one power of x: at points
// yⱼ = rⱼⁱ (i = 1, 2, …) each image is Σ c_m·m(r)ⁱ, a transposed Vandermonde system. Then each coefficient is interpolated in y_{k+1}.
// Invariant: Monomials[j][m] are the exponents in y of monomial m at xʲ, Coefficients[j][m] its residue.
// R. Zippel, "Probabilistic algorithms for sparse polynomials", EUROSAM 1979 (LNCS 72).

/// <summary>A polynomial modulo p found by sparse interpolation. Nothing is proved here: the caller checks the result.</summary>
internal sealed class SparseInterpolation
{
    internal SparseInterpolation(int[][][] monomials, uint[][] coefficients) => (Monomials, Coefficients) = (monomials, coefficients);

    internal int[][][] Monomials { get; private set; }

    internal uint[][] Coefficients { get; private set; }

    /// <summary>Finds monomials and coefficients; null after an unlucky choice.</summary>
    /// <param name="images">The images.</param>
    /// <param name="degreeBounds">A bound for the degree in each of the variables y.</param>
    /// <param name="random">Chooses the points.</param>
    internal static SparseInterpolation? Find(GcdImages images, int[] degreeBounds, SplitMix64 random)
    {
        uint[] anchor = RandomPoint(images.Field, degreeBounds.Length, random);
        images.Start(anchor, anchor);
        ReadOnlySpan<uint> first = images.Next();
        if (first.IsEmpty)
        {
            return null;
        }

        int[][][] monomials = new int[first.Length][][];
        uint[][] coefficients = new uint[first.Length][];
        for (int power = 0; power < first.Length; power++)
        {
            bool occurs = first[power] != 0;
            monomials[power] = occurs ? [new int[degreeBounds.Length]] : [];
            coefficients[power] = occurs ? [first[power]] : [];
        }

        var result = new SparseInterpolation(monomials, coefficients);
        for (int variable = 0; variable < degreeBounds.Length; variable++)
        {
            if (degreeBounds[variable] > 0 && !result.TryAddVariable(images, variable, degreeBounds[variable], anchor, random))
            {
                return null;
            }
        }

        return result;
    }

    /// <summary>Finds the coefficients modulo another prime, given the monomials; null when they do not fit or after an unlucky choice.</summary>
    internal SparseInterpolation? Refit(GcdImages images, int variables, SplitMix64 random)
    {
        uint[] ratio = RandomPoint(images.Field, variables, random);
        LagrangeBasis[]? systems = Systems(images.Field, ratio);
        uint[][]? coefficients = systems is null ? null : Solve(images, systems, ratio, ratio, check: true);
        return coefficients is null ? null : new SparseInterpolation(Monomials, coefficients);
    }

    private bool TryAddVariable(GcdImages images, int variable, int degreeBound, uint[] anchor, SplitMix64 random)
    {
        PrimeField field = images.Field;
        uint[] ratio = RandomPoint(field, anchor.Length, random);
        ratio.AsSpan(variable).Fill(1);
        uint[] points = RandomPoint(field, degreeBound + 1, random);
        points[0] = anchor[variable];
        LagrangeBasis? basis = LagrangeBasis.Create(field, points);
        LagrangeBasis[]? systems = Systems(field, ratio);
        if (basis is null || systems is null)
        {
            return false;
        }

        uint[][][] values = new uint[points.Length][][];
        values[0] = Coefficients;
        for (int i = 1; i < points.Length; i++)
        {
            uint[] start = [.. ratio.AsSpan(0, variable), points[i], .. anchor.AsSpan(variable + 1)];
            if (Solve(images, systems, start, ratio, check: false) is not { } solved)
            {
                return false;
            }

            values[i] = solved;
        }

        Extend(basis, values, variable);
        return true;
    }

    // Interpolates each coefficient in the new variable and multiplies the monomials out.
    private void Extend(LagrangeBasis basis, uint[][][] values, int variable)
    {
        uint[] samples = new uint[values.Length];
        uint[] interpolated = new uint[values.Length];
        int[][][] monomials = new int[Monomials.Length][][];
        uint[][] coefficients = new uint[Monomials.Length][];
        for (int power = 0; power < monomials.Length; power++)
        {
            var extended = new List<int[]>();
            var residues = new List<uint>();
            for (int m = 0; m < Monomials[power].Length; m++)
            {
                for (int i = 0; i < samples.Length; i++)
                {
                    samples[i] = values[i][power][m];
                }

                basis.Interpolate(samples, interpolated);
                for (int exponent = 0; exponent < interpolated.Length; exponent++)
                {
                    if (interpolated[exponent] != 0)
                    {
                        int[] monomial = [.. Monomials[power][m]];
                        monomial[variable] = exponent;
                        extended.Add(monomial);
                        residues.Add(interpolated[exponent]);
                    }
                }
            }

            (monomials[power], coefficients[power]) = ([.. extended], [.. residues]);
        }

        (Monomials, Coefficients) = (monomials, coefficients);
    }

    // For each power of x the values of its monomials at the ratio; null when two coincide.
    private LagrangeBasis[]? Systems(PrimeField field, uint[] ratio)
    {
        var systems = new LagrangeBasis[Monomials.Length];
        for (int power = 0; power < systems.Length; power++)
        {
            uint[] points = Array.ConvertAll(Monomials[power], monomial =>
            {
                uint value = 1;
                for (int j = 0; j < monomial.Length; j++)
                {
                    value = monomial[j] == 0 ? value : field.Multiply(value, field.Power(ratio[j], (uint)monomial[j]));
                }

                return value;
            });
            if (LagrangeBasis.Create(field, points) is not { } basis)
            {
                return null;
            }

            systems[power] = basis;
        }

        return systems;
    }

    // With a check one more image must fit: a monomial whose coefficient vanished modulo an earlier prime shows here.
    private static uint[][]? Solve(GcdImages images, LagrangeBasis[] systems, uint[] start, uint[] ratio, bool check)
    {
        int count = systems.Max(static system => system.Count) + (check ? 1 : 0);
        uint[][] samples = Array.ConvertAll(systems, _ => new uint[count]);
        images.Start(start, ratio);
        images.Prepare(count);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<uint> image = images.Next();
            if (image.Length != systems.Length)
            {
                return null; // unlucky, or the degree in x shows that an earlier image was
            }

            for (int power = 0; power < image.Length; power++)
            {
                samples[power][i] = image[power];
            }
        }

        uint[][] solution = new uint[systems.Length][];
        for (int power = 0; power < solution.Length; power++)
        {
            solution[power] = new uint[systems[power].Count];
            systems[power].SolveTransposed(samples[power].AsSpan(0, solution[power].Length), solution[power]);
            if (check && systems[power].PowerSum(solution[power], count) != samples[power][^1])
            {
                return null;
            }
        }

        return solution;
    }

    private static uint[] RandomPoint(PrimeField field, int length, SplitMix64 random)
    {
        uint[] point = new uint[length];
        foreach (ref uint coordinate in point.AsSpan())
        {
            coordinate = 1 + random.NextBelow(field.Modulus - 1);
        }

        return point;
    }
}
