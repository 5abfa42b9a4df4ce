using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models.Networks;

/// <summary>The forward pass of an attention layer on one formal token.</summary>
/// <remarks>
/// Softmax attention makes its scores visible: the coefficients of y′ᵀ Q Kᵀ y over two independent tokens, and of b_qᵀ Kᵀ y; what is
/// constant over the keys is invisible to softmax. A head hands on α·(Oᵀ Vᵀ y) + Oᵀ b_v with a formal weight α. Linear attention hands
/// on the product of score and value over three independent tokens. (language.md, "attention")
/// </remarks>
internal sealed class AttentionLowering
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private readonly AttentionLayer _layer;
    private readonly FormalSymbols _symbols;
    private readonly Action<Polynomial<Integer>, BigInteger> _observe;
    private readonly CancellationToken _cancellation;

    internal AttentionLowering(
        AttentionLayer layer, FormalSymbols symbols, Action<Polynomial<Integer>, BigInteger> observe, CancellationToken cancellation)
    {
        _layer = layer;
        _symbols = symbols;
        _observe = observe;
        _cancellation = cancellation;
    }

    /// <summary>What the layer makes of a token.</summary>
    internal FormalSignal Forward(FormalSignal token)
    {
        int channels = token.Size;
        var parts = new List<FormalSignal>();
        // Without softmax weights of their own all heads meet the same three tokens: their products add up.
        FormalSignal key = _layer.IsLinear ? OfAnotherToken(token) : token;
        FormalSignal value = _layer.IsLinear ? OfAnotherToken(token) : token;
        foreach (AttentionHead head in _layer.Heads)
        {
            parts.Add(_layer.IsLinear ? LinearHead(head, token, key, value) : SoftmaxHead(head, token));
        }

        if (_layer.OutputBias is { } bias)
        {
            parts.Add(FormalSignal.Constant([.. Enumerable.Range(bias.Offset, channels)]));
        }

        return FormalSignal.Sum(channels, [.. parts]);
    }

    private FormalSignal SoftmaxHead(AttentionHead head, FormalSignal token)
    {
        FormalSignal keys = token.Apply(AffineMap.Transposed(head.Key, null), head.Key.Columns, _cancellation);
        FormalSignal queries = token.Apply(AffineMap.Transposed(head.Query, null), head.Query.Columns, _cancellation);
        // A part of the keys that is the same for all tokens, as an earlier bias makes it, is constant over the keys too.
        foreach (FormalTerm key in keys.Terms.Where(key => key.Key != Monomial.One))
        {
            foreach (FormalTerm query in queries.Terms)
            {
                // Two independent tokens: every pair of monomials is a monomial of its own.
                _observe(InnerProduct(query, key), query.Weight * key.Weight);
            }

            if (head.QueryBias is { } bias)
            {
                _observe(InnerProduct(FormalSignal.Constant(Coordinates(bias)).Terms[0], key), key.Weight);
            }
        }

        Monomial weight = Monomial.Variable(_symbols.Fresh());
        FormalSignal values = token.Apply(AffineMap.Transposed(head.Value, null), head.Value.Columns, _cancellation);
        FormalSignal weighted = new(values.Size, [.. values.Terms.Select(term => term with { Key = _symbols.Multiply(weight, term.Key) })]);
        FormalSignal sum = head.ValueBias is null ? weighted : FormalSignal.Sum(values.Size, weighted, FormalSignal.Constant(Coordinates(head.ValueBias)));
        return sum.Apply(AffineMap.Transposed(head.Output, null), token.Size, _cancellation);
    }

    private FormalSignal LinearHead(AttentionHead head, FormalSignal token, FormalSignal keyToken, FormalSignal valueToken)
    {
        FormalSignal queries = token.Apply(AffineMap.Transposed(head.Query, head.QueryBias), head.Query.Columns, _cancellation);
        FormalSignal keys = keyToken.Apply(AffineMap.Transposed(head.Key, head.KeyBias), head.Key.Columns, _cancellation);
        FormalSignal values = valueToken
            .Apply(AffineMap.Transposed(head.Value, head.ValueBias), head.Value.Columns, _cancellation)
            .Apply(AffineMap.Transposed(head.Output, null), token.Size, _cancellation);
        var result = new FormalSignalBuilder(token.Size);
        foreach (FormalTerm query in queries.Terms)
        {
            foreach (FormalTerm key in keys.Terms)
            {
                Polynomial<Integer> score = InnerProduct(query, key);
                Monomial pair = _symbols.Multiply(query.Key, key.Key);
                foreach (FormalTerm value in values.Terms)
                {
                    _cancellation.ThrowIfCancellationRequested();
                    Monomial triple = _symbols.Multiply(pair, value.Key);
                    for (int place = 0; place < value.Positions.Length; place++)
                    {
                        result.Add(
                            triple, query.Weight * key.Weight * value.Weight, value.Positions[place], Ring.Multiply(score, value.Coefficients[place]));
                    }
                }
            }
        }

        return result.Build();
    }

    private FormalSignal OfAnotherToken(FormalSignal token)
    {
        var copies = new Dictionary<int, int>();
        return token with { Terms = [.. token.Terms.Select(term => term with { Key = _symbols.Rename(term.Key, copies) })] };
    }

    private static int[] Coordinates(Parameter bias) => [.. Enumerable.Range(bias.Offset, bias.Count)];

    private static Polynomial<Integer> InnerProduct(FormalTerm left, FormalTerm right)
    {
        var products = new List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>();
        for (int place = 0; place < left.Positions.Length; place++)
        {
            int other = Array.BinarySearch(right.Positions, left.Positions[place]);
            if (other >= 0)
            {
                products.Add((left.Coefficients[place], right.Coefficients[other]));
            }
        }

        return Ring.SumOfProducts(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(products));
    }
}
