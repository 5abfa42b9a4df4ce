using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models.Networks;

/// <summary>Hands out formal symbols and multiplies their monomials, with a² = a for gates.</summary>
internal sealed class FormalSymbols
{
    private readonly HashSet<int> _gates = [];
    private int _next;

    /// <summary>A symbol without relations: an input, an attention weight, the value of a smooth unit.</summary>
    internal int Fresh() => _next++;

    /// <summary>A gate of a ReLU unit: a² = a.</summary>
    internal int FreshGate()
    {
        _gates.Add(_next);
        return _next++;
    }

    /// <summary>The product of two monomials, with the exponents of gates cut down to 1.</summary>
    internal Monomial Multiply(Monomial left, Monomial right)
    {
        Monomial product = left * right;
        return product.Any(factor => factor.Exponent > 1 && _gates.Contains(factor.Variable))
            ? Monomial.Create([.. product.Select(factor => (factor.Variable, _gates.Contains(factor.Variable) ? 1 : factor.Exponent))])
            : product;
    }

    /// <summary>A copy of a monomial in which every symbol is replaced by that of an independent token.</summary>
    /// <param name="key">The monomial.</param>
    /// <param name="copies">The copies made so far for this token; grows.</param>
    internal Monomial Rename(Monomial key, Dictionary<int, int> copies) =>
        Monomial.Create([.. key.Select(factor => (Copy(factor.Variable, copies), factor.Exponent)).OrderBy(factor => factor.Item1)]);

    private int Copy(int symbol, Dictionary<int, int> copies)
    {
        if (!copies.TryGetValue(symbol, out int copy))
        {
            copy = _gates.Contains(symbol) ? FreshGate() : Fresh();
            copies.Add(symbol, copy);
        }

        return copy;
    }
}
