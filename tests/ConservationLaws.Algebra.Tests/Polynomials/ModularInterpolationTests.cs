using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>The parts of the modular gcd, each against a textbook computation.</summary>
public sealed class ModularInterpolationTests
{
    private static readonly PrimeField Smooth = new(SmoothPrime.Modulus);

    [Fact]
    public void Logarithms_invert_powers()
    {
        var random = new SplitMix64(1);
        uint[] exponents = [0, 1, 2, SmoothPrime.Modulus - 2, 1 << 27, (1 << 27) - 1, 15, .. Enumerable.Range(0, 200).Select(_ => random.NextBelow(SmoothPrime.Modulus - 1))];
        foreach (uint exponent in exponents)
        {
            Assert.Equal(exponent, SmoothPrime.Logarithm(Smooth.Power(SmoothPrime.Generator, exponent)));
        }

        foreach (uint exponent in exponents.Where(e => e % 2 != 0 && e % 3 != 0 && e % 5 != 0))
        {
            Assert.Equal(1UL, (ulong)exponent * SmoothPrime.InvertExponent(exponent) % (SmoothPrime.Modulus - 1));
        }
    }

    [Theory]
    [InlineData(17u)]
    [InlineData(SmoothPrime.Modulus)]
    [InlineData(2147483647u)]
    public void Roots_of_products_of_linear_factors(uint p)
    {
        var field = new PrimeField(p);
        var random = new SplitMix64(p);
        for (int count = 0; count <= 12; count++)
        {
            var roots = new SortedSet<uint>();
            while (roots.Count < count)
            {
                roots.Add(random.NextBelow(p));
            }

            uint[]? found = LinearFactors.Roots(field, Product(field, [.. roots]), random);
            Assert.NotNull(found);
            Assert.Equal(roots, found.Order());
        }

        // z² − n for an n that is no square.
        uint nonSquare = 2;
        while (field.Power(nonSquare, (p - 1) / 2) == 1)
        {
            nonSquare++;
        }

        Assert.Null(LinearFactors.Roots(field, [field.Negate(nonSquare), 0, 1], random));
    }

    [Theory]
    [InlineData(101u)]
    [InlineData(SmoothPrime.Modulus)]
    [InlineData(2147483647u)]
    public void A_sum_of_powers_has_the_recurrence_of_its_points(uint p)
    {
        var field = new PrimeField(p);
        var random = new SplitMix64(p);
        for (int count = 0; count <= 15; count++)
        {
            var points = new SortedSet<uint>();
            while (points.Count < count)
            {
                points.Add(1 + random.NextBelow(p - 1));
            }

            uint[] weights = [.. points.Select(_ => 1 + random.NextBelow(p - 1))];
            var recurrence = new LinearRecurrence(field);
            for (uint i = 0; i < (2 * count) + 3; i++)
            {
                uint sample = 0;
                foreach ((uint point, uint weight) in points.Zip(weights))
                {
                    sample = field.Add(sample, field.Multiply(weight, field.Power(point, i + 1)));
                }

                recurrence.Add(sample);
            }

            recurrence.Update();
            Assert.Equal(count, recurrence.Length);
            Assert.Equal(3, recurrence.Confirmations);
            Assert.Equal(Product(field, [.. points]), recurrence.CharacteristicPolynomial());

            LagrangeBasis? basis = LagrangeBasis.Create(field, [.. points]);
            Assert.NotNull(basis);
            uint[] solution = new uint[count];
            basis.SolveTransposed(recurrence.Samples[..count], solution);
            Assert.Equal(weights, solution);
        }

        Assert.Null(LagrangeBasis.Create(field, [3, 5, 3]));
    }

    [Theory]
    [InlineData(2u)]
    [InlineData(7u)]
    [InlineData(2147483647u)]
    public void Univariate_gcds_contain_the_common_factor_and_nothing_else(uint p)
    {
        var field = new PrimeField(p);
        var ring = new PolynomialDomain<uint, PrimeField>(field);
        var random = new SplitMix64(p);
        for (int i = 0; i < 400; i++)
        {
            uint[] h = Draw(random, p, 6);
            uint[] f = Multiply(field, h, Draw(random, p, 7));
            uint[] g = Multiply(field, h, Draw(random, p, 7));
            uint[] gcd = [.. UnivariateResidues.Gcd(field, [.. f], [.. g])];
            Assert.True(gcd.Length == 0 || gcd[^1] != 0);
            Polynomial<uint> Dense(uint[] coefficients) =>
                ring.Ring.FromTerms(coefficients.Select((c, e) => (c, Monomial.Create([(0, e)]))));
            Polynomial<uint> divisor = Dense(gcd);
            if (divisor.IsZero)
            {
                Assert.True(Dense(f).IsZero && Dense(g).IsZero);
                continue;
            }

            Assert.True(ring.TryDivideExact(Dense(f), divisor, out Polynomial<uint> a));
            Assert.True(ring.TryDivideExact(Dense(g), divisor, out Polynomial<uint> b));
            Assert.True(Dense(h).IsZero || ring.TryDivideExact(divisor, Dense(h), out _));
            // Over a field the cofactors have no common root in an extension: their resultant is not 0.
            Assert.False(ResultantIsZero(field, a, b));
        }
    }

    [Theory]
    [InlineData(new int[0], 3)]
    [InlineData(new[] { 0 }, 3)]
    [InlineData(new[] { 4 }, 2)]
    [InlineData(new[] { 2, 3 }, 9)]
    [InlineData(new[] { 2, 3, 1 }, 4)]
    [InlineData(new[] { 5, 5, 5, 5 }, 7)]
    [InlineData(new[] { 1, 0, 2, 9 }, 0)]
    public void Lattice_points_are_counted_and_listed(int[] bounds, int total)
    {
        List<int[]> vectors = LatticePoints.Enumerate(bounds, total);
        long box = bounds.Aggregate(1L, static (product, bound) => product * (bound + 1));
        int expected = 0;
        for (long code = 0; code < box; code++)
        {
            long rest = code;
            int sum = 0;
            foreach (int bound in bounds)
            {
                sum += (int)(rest % (bound + 1));
                rest /= bound + 1;
            }

            expected += sum <= total ? 1 : 0;
        }

        Assert.Equal(expected, vectors.Count);
        Assert.Equal(expected, vectors.Select(v => string.Join(',', v)).Distinct().Count());
        Assert.All(vectors, v => Assert.True(v.Sum() <= total && v.Zip(bounds).All(static pair => pair.First >= 0 && pair.First <= pair.Second)));
        Assert.Equal(expected, LatticePoints.Counts(bounds, total)[^1]);
        Assert.Equal(1, LatticePoints.Counts(bounds, total)[0]);
    }

    private static uint[] Product(PrimeField field, uint[] roots) =>
        roots.Aggregate((uint[])[1], (product, root) => Multiply(field, product, [field.Negate(root), 1]));

    private static uint[] Multiply(PrimeField field, uint[] left, uint[] right)
    {
        uint[] product = new uint[left.Length + right.Length - 1];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                product[i + j] = field.Add(product[i + j], field.Multiply(left[i], right[j]));
            }
        }

        return product;
    }

    private static uint[] Draw(SplitMix64 random, uint p, int maximalLength) =>
        [.. Enumerable.Range(0, 1 + (int)random.NextBelow((uint)maximalLength)).Select(_ => random.NextBelow(3) == 0 ? 0 : random.NextBelow(p))];

    // By the determinant of Sylvester's matrix.
    private static bool ResultantIsZero(PrimeField field, Polynomial<uint> a, Polynomial<uint> b)
    {
        (int m, int n) = (Math.Max(0, a.Degree(0)), Math.Max(0, b.Degree(0)));
        if (a.IsZero || b.IsZero)
        {
            return (a.IsZero ? n : m) > 0;
        }

        var rows = new List<uint[]>();
        foreach ((Polynomial<uint> value, int shifts) in new[] { (a, n), (b, m) })
        {
            for (int shift = 0; shift < shifts; shift++)
            {
                uint[] row = new uint[m + n];
                for (int term = 0; term < value.TermCount; term++)
                {
                    row[value.Exponent(term, 0) + shift] = value.Coefficient(term);
                }

                rows.Add(row);
            }
        }

        for (int column = 0; column < m + n; column++)
        {
            int pivot = rows.FindIndex(column, row => row[column] != 0);
            if (pivot < 0)
            {
                return true;
            }

            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (int r = column + 1; r < m + n; r++)
            {
                uint factor = field.Multiply(rows[r][column], field.Invert(rows[column][column]));
                rows[r] = [.. rows[r].Zip(rows[column], (x, y) => field.Subtract(x, field.Multiply(factor, y)))];
            }
        }

        return false;
    }
}
