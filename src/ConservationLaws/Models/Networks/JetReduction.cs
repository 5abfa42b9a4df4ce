using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models.Networks;

// Write f = c·θ^e·b with a constant c and a primitive polynomial b without monomial factor. Then f ≠ 0 has the 1-jet
// (f, ∇f) = f·(1, e_k/θ_k + ∂_k b/b): a linear image over Q(θ), after division by f, of the integer row (1, e, δ_b) with one unit
// vector δ_b for each different b. A rational dependence between rows is a Q(θ)-dependence between jets. For monomials (b = 1) the
// converse holds too, so the reduction is then as strong as possible (math.md 1.3 and 7.2).

/// <summary>Which part of the jets has to be spanned.</summary>
internal enum JetOrder
{
    /// <summary>The gradients: enough for functions that are used as they are.</summary>
    Gradient,

    /// <summary>Values and gradients together: enough for functions that will still be multiplied by others.</summary>
    ValueAndGradient,
}

/// <summary>Leaves out functions whose jets depend over Q(θ) on those of the functions before, decided exactly over the integers.</summary>
internal static class JetReduction
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>Reduces a family of functions.</summary>
    /// <param name="items">The family; no function is zero.</param>
    /// <param name="function">The function of an item.</param>
    /// <param name="weight">How many functions an item stands for.</param>
    /// <param name="order">Which jets count.</param>
    /// <returns>The items kept, in order; the first carries the weights of all that were left out.</returns>
    internal static List<(T Item, BigInteger Weight)> Reduce<T>(
        IEnumerable<T> items, Func<T, Polynomial<Integer>> function, Func<T, BigInteger> weight, JetOrder order)
    {
        var echelon = new IntegerEchelonForm();
        var cofactors = new Dictionary<Polynomial<Integer>, int>();
        var kept = new List<(T Item, BigInteger Weight)>();
        BigInteger leftOut = 0;
        var row = new List<(int Column, Integer Value)>();
        foreach (T item in items)
        {
            row.Clear();
            (Monomial content, Polynomial<Integer> cofactor) = SplitMonomial(function(item));
            // Columns: cofactors from below −1 downwards, −1 for the value, then the coordinates.
            if (!cofactor.IsConstant)
            {
                if (!cofactors.TryGetValue(cofactor, out int place))
                {
                    place = cofactors.Count;
                    cofactors.Add(cofactor, place);
                }

                row.Add((-2 - place, Integer.One));
            }

            if (order == JetOrder.ValueAndGradient)
            {
                row.Add((-1, Integer.One));
            }

            foreach ((int variable, int exponent) in content)
            {
                row.Add((variable, exponent));
            }

            if (echelon.TryAdd(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(row)))
            {
                kept.Add((item, weight(item)));
            }
            else
            {
                leftOut += weight(item);
            }
        }

        if (kept.Count > 0)
        {
            kept[0] = (kept[0].Item, kept[0].Weight + leftOut);
        }

        return kept;
    }

    // The monomial content of a polynomial and the primitive rest.
    private static (Monomial Content, Polynomial<Integer> Cofactor) SplitMonomial(Polynomial<Integer> polynomial)
    {
        if (polynomial.TermCount == 1)
        {
            return (polynomial.Monomial(0), Ring.One);
        }

        (Monomial content, Polynomial<Integer> cofactor) = IntegerPolynomial.SplitMonomialContent(polynomial);
        return (content, IntegerPolynomial.PrimitivePart(cofactor));
    }
}
