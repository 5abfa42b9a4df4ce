using System.Collections.Immutable;

namespace ConservationLaws.Algebra.Polynomials;

// A polynomial in n variables has t terms with few factors each; differentiating it n times would read all t terms n times. Here every term
// is unpacked once and sent to the derivatives by its own factors. Terms with a common variable stay in order when it is divided out.

public readonly partial struct PolynomialRing<T, TRing>
{
    /// <summary>All partial derivatives that are not zero, by ascending variable.</summary>
    public ImmutableArray<(int Variable, Polynomial<T> Derivative)> Gradient(Polynomial<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        MonomialLayout layout = value.Layout;
        var terms = new UnpackedTerms(value.Layout, value.Exponents, value.TermCount);
        ImmutableArray<(int Variable, Polynomial<T> Derivative)>.Builder gradient =
            ImmutableArray.CreateBuilder<(int Variable, Polynomial<T> Derivative)>(layout.Variables.Length);
        int[] places = new int[layout.Variables.Length]; // in the layout of a derivative, or −1
        Array.Fill(places, -1);
        for (int place = 0; place < places.Length; place++)
        {
            Polynomial<T> derivative = Differentiate(value, terms, place, places);
            if (!derivative.IsZero)
            {
                gradient.Add((layout.Variables[place], derivative));
            }
        }

        return gradient.DrainToImmutable();
    }

    // The derivative by the variable at a place; places is all −1 before and after.
    private Polynomial<T> Differentiate(Polynomial<T> value, UnpackedTerms terms, int place, int[] places)
    {
        TRing ring = CoefficientRing;
        ReadOnlySpan<int> containing = terms.Containing(place);
        var coefficients = new List<T>(containing.Length);
        var kept = new List<int>(containing.Length);
        var occurring = new List<int>();
        foreach (int term in containing)
        {
            int exponent = terms.Exponent(term, place);
            T coefficient = exponent == 1 ? value.Coefficients[term] : ring.Multiply(ring.FromInteger(exponent), value.Coefficients[term]);
            if (ring.IsZero(coefficient))
            {
                continue; // in characteristic p
            }

            kept.Add(term);
            coefficients.Add(coefficient);
            foreach ((int other, int power) in terms.Factors(term))
            {
                if (places[other] < 0 && (other != place || power > 1))
                {
                    places[other] = 0;
                    occurring.Add(other);
                }
            }
        }

        if (kept.Count == 0)
        {
            return Zero;
        }

        occurring.Sort();
        int[] variables = new int[occurring.Count];
        for (int i = 0; i < variables.Length; i++)
        {
            places[occurring[i]] = i;
            variables[i] = value.Layout.Variables[occurring[i]];
        }

        var layout = MonomialLayout.Create(variables, value.Layout.TotalDegree(value.Packed(kept[0])[0]) - 1);
        ulong[] exponents = new ulong[kept.Count * layout.WordCount];
        for (int i = 0; i < kept.Count; i++)
        {
            Span<ulong> packed = exponents.AsSpan(i * layout.WordCount, layout.WordCount);
            layout.PackTotalDegree(value.Layout.TotalDegree(value.Packed(kept[i])[0]) - 1, packed);
            foreach ((int other, int power) in terms.Factors(kept[i]))
            {
                int rest = other == place ? power - 1 : power;
                if (rest > 0)
                {
                    layout.PackExponent(places[other], rest, packed);
                }
            }
        }

        foreach (int other in occurring)
        {
            places[other] = -1;
        }

        return Polynomial<T>.FromSorted(layout, exponents, [.. coefficients]);
    }

    // The factors of every term, by place in the layout, and for each place the terms that contain it, in order.
    private readonly ref struct UnpackedTerms
    {
        private readonly int[] _starts;
        private readonly (int Place, int Exponent)[] _factors;
        private readonly int[] _containingStarts;
        private readonly int[] _containing;

        internal UnpackedTerms(MonomialLayout layout, ulong[] exponents, int termCount)
        {
            var factors = new List<(int Place, int Exponent)>();
            int[] counts = new int[layout.Variables.Length + 1];
            _starts = new int[termCount + 1];
            for (int term = 0; term < termCount; term++)
            {
                layout.UnpackPlaces(exponents.AsSpan(term * layout.WordCount, layout.WordCount), factors);
                for (int factor = _starts[term]; factor < factors.Count; factor++)
                {
                    counts[factors[factor].Place + 1]++;
                }

                _starts[term + 1] = factors.Count;
            }

            _factors = [.. factors];
            for (int place = 1; place < counts.Length; place++)
            {
                counts[place] += counts[place - 1];
            }

            _containingStarts = (int[])counts.Clone();
            _containing = new int[_factors.Length];
            for (int term = 0; term < termCount; term++)
            {
                foreach ((int place, _) in Factors(term))
                {
                    _containing[counts[place]++] = term;
                }
            }
        }

        internal ReadOnlySpan<(int Place, int Exponent)> Factors(int term) => _factors.AsSpan(_starts[term].._starts[term + 1]);

        internal ReadOnlySpan<int> Containing(int place) => _containing.AsSpan(_containingStarts[place].._containingStarts[place + 1]);

        internal int Exponent(int term, int place)
        {
            foreach ((int other, int exponent) in Factors(term))
            {
                if (other == place)
                {
                    return exponent;
                }
            }

            return 0;
        }
    }
}
