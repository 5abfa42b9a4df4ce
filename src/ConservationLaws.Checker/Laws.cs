using System.Numerics;
using System.Text.Json;

namespace ConservationLaws.Checker;

// Every variable gets an odd prime, a monomial is the product of its primes: monomials are multiplied as integers, and unique
// factorization makes it exact. The largest product is known beforehand and decides how wide the integers are; the same for coefficients.

/// <summary>Laws, by one-forms Σ_k P_k dθ_k: Σ_k X_k P_k = 0 for all generators X, as identities over Z, what their classes need, and the independence of the rows P_k.</summary>
internal static class Laws
{
    /// <summary>Reads and checks laws, as many as <paramref name="count"/> or at most so many. For integrable ones this does not suffice.</summary>
    internal static Law[] Check(JsonElement laws, JsonElement lawRank, int count, bool mayBeFewer, Component[][] generators, int dimension, Budget budget)
    {
        Law[] all = laws.List("laws", "law", (law, where) => Law.Read(law, where, dimension, budget));
        Refusal.Unless(all.Length == count || (mayBeFewer && all.Length < count), "laws", $"there are {all.Length} for the count {count}");
        Component[][] forms = Array.ConvertAll(all, law => law.Form);
        CheckIdentities(generators, forms, (generator, law) => $"law {law}: generator {generator} does not annihilate it", dimension, budget);
        JsonElement[] members = lawRank.Members("lawRank", "point", "modulus", "pivots");
        Rank rank = Rank.Read("lawRank", members[1], members[2], all.Length, dimension);
        uint[] point = rank.Residues(rank.ReadPoint(members[0], dimension));
        new Brackets(rank, point, forms, [], budget).CheckFields();
        var classes = new Forms(rank, point, dimension, budget);
        for (int place = 0; place < all.Length; place++)
        {
            classes.Check(all[place], all[..place], members[1]);
        }

        return all;
    }

    /// <summary>Checks that one-forms vanish at fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="forms">The forms.</param>
    /// <param name="refusal">Says what is wrong with a field and a form.</param>
    /// <param name="dimension">The number of variables.</param>
    /// <param name="budget">Pays for the work.</param>
    internal static void CheckIdentities(Component[][] fields, Component[][] forms, Func<int, int, string> refusal, int dimension, Budget budget)
    {
        ulong[] primes = Primes([.. fields, .. forms], dimension, budget);
        long monomialBits = MonomialBits(fields, primes) + MonomialBits(forms, primes);
        long coefficientBits = CoefficientBits(fields) + CoefficientBits(forms);
        long cost = (1 + (monomialBits / 64)) * (1 + (coefficientBits / 64));
        if (monomialBits <= 64 && coefficientBits < 64)
        {
            new Identities<ulong, long>(primes, cost, budget).Check(fields, forms, refusal);
        }
        else if (monomialBits <= 128 && coefficientBits < 128)
        {
            new Identities<UInt128, Int128>(primes, cost, budget).Check(fields, forms, refusal);
        }
        else
        {
            new Identities<BigInteger, BigInteger>(primes, cost, budget).Check(fields, forms, refusal);
        }
    }

    private static ulong[] Primes(Component[][] fields, int dimension, Budget budget)
    {
        int[] variables = [.. Terms(fields).SelectMany(term => term.Variables).Distinct()];

        // The n-th odd prime is at most n (ln n + ln ln n) + 5, which is below this bound.
        int bound = (variables.Length * (BitOperations.Log2((uint)variables.Length | 1) + 2)) + 16;
        budget.Spend(10L * bound);
        var isComposite = new bool[bound];
        var primes = new ulong[dimension + 1];
        int prime = 1;
        foreach (int variable in variables)
        {
            do
            {
                prime += 2;
            }
            while (isComposite[prime]);
            primes[variable] = (ulong)prime;
            for (long multiple = (long)prime * prime; multiple < bound; multiple += 2 * prime)
            {
                isComposite[multiple] = true;
            }
        }

        return primes;
    }

    private static IEnumerable<Term> Terms(Component[][] fields) => fields.SelectMany(field => field).SelectMany(component => component.Terms);

    // No monomial has more bits.
    private static long MonomialBits(Component[][] fields, ulong[] primes) =>
        Terms(fields).Select(term => term.Variables.Sum(variable => BitOperations.Log2(primes[variable]) + 1L)).DefaultIfEmpty().Max();

    // No sum of absolute values of the coefficients of one field has more bits.
    private static long CoefficientBits(Component[][] fields) => fields
        .Select(field => Terms([field]).Aggregate(BigInteger.Zero, (sum, term) => sum + (BigInteger.Abs(term.Coefficient) * term.Multiplicity)).GetBitLength())
        .DefaultIfEmpty().Max();
}

/// <summary>The check with monomials and coefficients of a certain width.</summary>
/// <param name="primes">The prime of each variable.</param>
/// <param name="cost">The steps that one product costs.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Identities<TMonomial, TCoefficient>(ulong[] primes, long cost, Budget budget)
    where TMonomial : struct, IBinaryInteger<TMonomial>
    where TCoefficient : struct, IBinaryInteger<TCoefficient>
{
    private const int MaximumSlots = 1 << 23;

    // A sum of products as a hash table with linear probing; a slot is in use when its stamp is that of the current sum.
    private Slot[] _table = [];
    private int _stamp;

    /// <summary>Checks all pairs that share a variable.</summary>
    internal void Check(Component[][] fields, Component[][] forms, Func<int, int, string> refusal)
    {
        Dictionary<int, Packed>[] laws = Array.ConvertAll(forms, Pack);
        var lawsOf = laws.SelectMany((law, index) => law.Keys.Select(variable => (Variable: variable, index))).ToLookup(pair => pair.Variable, pair => pair.index);
        for (int place = 0; place < fields.Length; place++)
        {
            Dictionary<int, Packed> field = Pack(fields[place]);
            foreach (int law in field.Keys.SelectMany(variable => lawsOf[variable]).Distinct())
            {
                if (!IsAnnihilated(laws[law], field))
                {
                    throw new Refusal(refusal(place, law));
                }
            }
        }
    }

    private bool IsAnnihilated(Dictionary<int, Packed> gradient, Dictionary<int, Packed> field)
    {
        (Dictionary<int, Packed> less, Dictionary<int, Packed> more) = gradient.Count < field.Count ? (gradient, field) : (field, gradient);
        (Packed First, Packed Second)[] pairs = [.. less.Where(part => more.ContainsKey(part.Key)).Select(part => (part.Value, more[part.Key]))];
        long products = pairs.Sum(pair => (long)pair.First.Monomials.Length * pair.Second.Monomials.Length);
        budget.Spend((products * cost) + less.Count);
        int size = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Min(2 * products, MaximumSlots));
        _table = _table.Length < size ? new Slot[size] : _table;
        _stamp++;
        int used = 0, nonZero = 0;
        foreach ((Packed first, Packed second) in pairs)
        {
            for (int i = 0; i < first.Monomials.Length; i++)
            {
                long probes = 0;
                for (int j = 0; j < second.Monomials.Length; j++)
                {
                    TMonomial monomial = first.Monomials[i] * second.Monomials[j];
                    int slot = Hash(monomial) & (size - 1);
                    for (; _table[slot].Stamp == _stamp && _table[slot].Monomial != monomial; slot = (slot + 1) & (size - 1))
                    {
                        probes++;
                    }

                    ref Slot entry = ref _table[slot];
                    if (entry.Stamp != _stamp)
                    {
                        entry = new Slot(monomial, TCoefficient.Zero, _stamp);
                        Refusal.Unless(++used < MaximumSlots, "laws", "an identity has 2^23 monomials, the limit of this checker");
                    }

                    nonZero -= TCoefficient.IsZero(entry.Coefficient) ? 0 : 1;
                    entry.Coefficient += first.Coefficients[i] * second.Coefficients[j];
                    nonZero += TCoefficient.IsZero(entry.Coefficient) ? 0 : 1;
                }

                budget.Spend(probes);
            }
        }

        return nonZero == 0;
    }

    // Odd factors lose nothing modulo 2^64; the multiplication spreads the bits and wraps on purpose.
    private static int Hash(TMonomial monomial) => (int)(unchecked(ulong.CreateTruncating(monomial) * 0x9E3779B97F4A7C15) >> 33);

    private Dictionary<int, Packed> Pack(Component[] field) => field.ToDictionary(component => component.Variable, component => new Packed(
        Array.ConvertAll(component.Terms, Monomial),
        Array.ConvertAll(component.Terms, term => TCoefficient.CreateChecked(term.Coefficient * term.Multiplicity))));

    private TMonomial Monomial(Term term)
    {
        budget.Spend(term.Variables.Length * cost);
        TMonomial product = TMonomial.One;
        for (int place = 0; place < term.Variables.Length; place++)
        {
            product *= TMonomial.CreateTruncating(place == term.Skip ? 1 : primes[term.Variables[place]]);
        }

        return product;
    }

    private readonly record struct Packed(TMonomial[] Monomials, TCoefficient[] Coefficients);

    private record struct Slot(TMonomial Monomial, TCoefficient Coefficient, int Stamp);
}
