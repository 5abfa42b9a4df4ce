using System.Numerics;
using System.Runtime.InteropServices;

namespace ConservationLaws.Checker;

// Every variable gets an odd prime, a monomial is the product of its primes: monomials are multiplied as integers, and unique
// factorization makes it exact. The largest product is known beforehand and decides how wide the integers are; the same for coefficients.

/// <summary>Checks Σ_k X_k ∂_k P = 0 for all generators X and laws P, as identities over Z.</summary>
internal static class LawIdentities
{
    /// <summary>Checks all pairs.</summary>
    /// <param name="generators">The generators X.</param>
    /// <param name="gradients">The gradients of the laws P.</param>
    /// <param name="dimension">The number of variables.</param>
    /// <param name="budget">Pays for the work.</param>
    /// <exception cref="Refusal">An identity fails.</exception>
    internal static void Check(Component[][] generators, Component[][] gradients, int dimension, Budget budget)
    {
        ulong[] primes = Primes(generators.Concat(gradients), dimension, budget);
        long monomialBits = MonomialBits(generators, primes) + MonomialBits(gradients, primes);
        long coefficientBits = CoefficientBits(generators) + CoefficientBits(gradients);
        long cost = (1 + (monomialBits / 64)) * (1 + (coefficientBits / 64));
        if (monomialBits <= 64 && coefficientBits < 64)
        {
            new Identities<ulong, long>(primes, cost, budget).Check(generators, gradients);
        }
        else if (monomialBits <= 128 && coefficientBits < 128)
        {
            new Identities<UInt128, Int128>(primes, cost, budget).Check(generators, gradients);
        }
        else
        {
            new Identities<BigInteger, BigInteger>(primes, cost, budget).Check(generators, gradients);
        }
    }

    private static ulong[] Primes(IEnumerable<Component[]> fields, int dimension, Budget budget)
    {
        budget.Spend(dimension);
        var primes = new ulong[dimension + 1];
        int count = 0;
        foreach (Component component in fields.SelectMany(field => field))
        {
            foreach (int variable in component.Terms.SelectMany(term => term.Variables))
            {
                count += primes[variable] == 0 ? 1 : 0;
                primes[variable] = 1;
            }
        }

        // The n-th odd prime is below n (ln n + ln ln n) + 5, so below this bound.
        int bound = checked((count * (BitOperations.Log2((uint)count | 1) + 2)) + 16);
        budget.Spend(bound);
        var isComposite = new bool[bound];
        int prime = 3;
        for (int variable = 1; variable <= dimension; variable++)
        {
            if (primes[variable] == 0)
            {
                continue;
            }

            while (isComposite[prime])
            {
                prime += 2;
            }

            primes[variable] = (ulong)prime;
            for (long multiple = (long)prime * prime; multiple < bound; multiple += 2 * prime)
            {
                isComposite[multiple] = true;
            }

            prime += 2;
        }

        return primes;
    }

    // A bound of log2 of the monomials of all components.
    private static long MonomialBits(Component[][] fields, ulong[] primes) => fields.SelectMany(field => field).SelectMany(component => component.Terms)
        .Select(term => term.Variables.Sum(variable => (long)BitOperations.Log2(primes[variable]) + 1)).DefaultIfEmpty().Max();

    // A bound of log2 of the sum of the absolute coefficients of any field.
    private static long CoefficientBits(Component[][] fields) => fields
        .Select(field => field.SelectMany(component => component.Terms).Aggregate(BigInteger.Zero, (sum, term) => sum + (BigInteger.Abs(term.Coefficient) * term.Multiplicity)))
        .Select(sum => sum.GetBitLength()).DefaultIfEmpty().Max();
}

/// <summary>The check with monomials and coefficients of a certain width.</summary>
/// <param name="primes">The prime of each variable.</param>
/// <param name="cost">The steps that one product costs.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Identities<TMonomial, TCoefficient>(ulong[] primes, long cost, Budget budget)
    where TMonomial : struct, IBinaryInteger<TMonomial>
    where TCoefficient : struct, IBinaryInteger<TCoefficient>
{
    private const int MaximumTable = 1 << 23;

    // A sum of products as a hash table; a slot is in use when its stamp is that of the current sum.
    private (TMonomial Monomial, TCoefficient Coefficient, int Stamp)[] _table = [];
    private int _stamp;

    /// <summary>Checks all pairs that share a variable.</summary>
    internal void Check(Component[][] generators, Component[][] gradients)
    {
        Part[][] laws = Array.ConvertAll(gradients, Pack);
        var lawsOf = new Dictionary<int, List<int>>();
        for (int law = 0; law < laws.Length; law++)
        {
            foreach (Part part in laws[law])
            {
                ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(lawsOf, part.Variable, out _);
                (list ??= []).Add(law);
            }
        }

        int[] lastGenerator = new int[laws.Length];
        for (int generator = 0; generator < generators.Length; generator++)
        {
            Part[] field = Pack(generators[generator]);
            foreach (Part part in field)
            {
                foreach (int law in lawsOf.GetValueOrDefault(part.Variable) ?? [])
                {
                    if (lastGenerator[law] <= generator)
                    {
                        lastGenerator[law] = generator + 1;
                        if (!IsAnnihilated(field, laws[law]))
                        {
                            throw new Refusal($"law {law}: generator {generator} does not annihilate it");
                        }
                    }
                }
            }
        }
    }

    private Part[] Pack(Component[] field) => Array.ConvertAll(field, component => new Part(
        component.Variable, Array.ConvertAll(component.Terms, Monomial), Array.ConvertAll(component.Terms, Coefficient)));

    private TMonomial Monomial(Term term)
    {
        budget.Spend(term.Variables.Length * cost);
        TMonomial product = TMonomial.One;
        for (int place = 0; place < term.Variables.Length; place++)
        {
            product *= place == term.Skip ? TMonomial.One : TMonomial.CreateTruncating(primes[term.Variables[place]]);
        }

        return product;
    }

    private static TCoefficient Coefficient(Term term) => TCoefficient.CreateChecked(term.Coefficient * term.Multiplicity);

    private bool IsAnnihilated(Part[] field, Part[] gradient)
    {
        long products = 0;
        for (int a = 0, b = 0; Next(field, gradient, ref a, ref b); a++, b++)
        {
            products += (long)field[a].Monomials.Length * gradient[b].Monomials.Length;
        }

        budget.Spend((products * cost) + field.Length + gradient.Length);
        int size = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Min(2 * products, MaximumTable));
        if (_table.Length < size)
        {
            _table = new (TMonomial, TCoefficient, int)[size];
        }

        _stamp++;
        long used = 0, nonZero = 0, probes = 0;
        for (int a = 0, b = 0; Next(field, gradient, ref a, ref b); a++, b++)
        {
            Part x = field[a], p = gradient[b];
            for (int i = 0; i < p.Monomials.Length; i++)
            {
                for (int j = 0; j < x.Monomials.Length; j++)
                {
                    TMonomial monomial = p.Monomials[i] * x.Monomials[j];
                    int slot = Hash(monomial, size);
                    while (_table[slot].Stamp == _stamp && _table[slot].Monomial != monomial)
                    {
                        slot = (slot + 1) & (size - 1);
                        probes++;
                    }

                    ref (TMonomial Monomial, TCoefficient Coefficient, int Stamp) entry = ref _table[slot];
                    if (entry.Stamp != _stamp)
                    {
                        entry = (monomial, TCoefficient.Zero, _stamp);
                        used = used + 1 < MaximumTable ? used + 1 : throw new Refusal($"an identity has {MaximumTable} monomials, the limit of this checker");
                    }

                    nonZero -= TCoefficient.IsZero(entry.Coefficient) ? 0 : 1;
                    entry.Coefficient += p.Coefficients[i] * x.Coefficients[j];
                    nonZero += TCoefficient.IsZero(entry.Coefficient) ? 0 : 1;
                }

                budget.Spend(probes);
                probes = 0;
            }
        }

        return nonZero == 0;
    }

    // Goes on to the next variable that both have.
    private static bool Next(Part[] field, Part[] gradient, ref int a, ref int b)
    {
        while (a < field.Length && b < gradient.Length && field[a].Variable != gradient[b].Variable)
        {
            if (field[a].Variable < gradient[b].Variable)
            {
                a++;
            }
            else
            {
                b++;
            }
        }

        return a < field.Length && b < gradient.Length;
    }

    // Odd factors lose nothing modulo 2^64; the multiplication spreads the bits and wraps on purpose.
    private static int Hash(TMonomial monomial, int size) =>
        (int)(unchecked(ulong.CreateTruncating(monomial) * 0x9E3779B97F4A7C15) >> 32) & (size - 1);

    private readonly record struct Part(int Variable, TMonomial[] Monomials, TCoefficient[] Coefficients);
}
