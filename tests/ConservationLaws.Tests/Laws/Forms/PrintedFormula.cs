using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace ConservationLaws.Tests.Laws.Forms;

/// <summary>
/// Reads a printed formula and takes its derivative along a vector at a point modulo a prime. Logarithms and angles have derivatives there but no
/// values, so they may only be multiplied by what does not change along the vector.
/// </summary>
internal sealed class PrintedFormula
{
    // 3 modulo 4, so that a^((p + 1)/4) is the root of a square a.
    private static readonly ImmutableArray<BigInteger> s_primes = [
        2147483647, 2147483587, 2147483579, 2147483563, 2147483543, 2147483423, 2147483399, 2147483323, 2147483179, 2147483171, 2147483123, 2147483059,
        2147482951, 2147482943, 2147482867, 2147482859, 2147482819, 2147482811, 2147482763, 2147482739, 2147482663, 2147482591, 2147482583, 2147482507,
    ];

    private readonly string _text;
    private readonly BigInteger _prime;
    private readonly Func<string, (BigInteger Value, BigInteger Slope)> _coordinate;
    private int _place;

    private PrintedFormula(string text, BigInteger prime, Func<string, (BigInteger Value, BigInteger Slope)> coordinate)
    {
        _text = text;
        _prime = prime;
        _coordinate = coordinate;
    }

    /// <summary>The derivative modulo the first prime for which all roots in the text exist.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="coordinate">The value of a coordinate, and the component of the vector, modulo a prime.</param>
    internal static BigInteger Derivative(string text, Func<string, BigInteger, (BigInteger Value, BigInteger Slope)> coordinate)
    {
        foreach (BigInteger prime in s_primes)
        {
            try
            {
                var reader = new PrintedFormula(text, prime, name => coordinate(name, prime));
                Dual result = reader.Sum();
                Assert.Equal(text.Length, reader._place);
                return result.Slope;
            }
            catch (NoRootException)
            {
                // The next prime.
            }
        }

        throw new InvalidOperationException($"no prime for {text}");
    }

    private Dual Sum()
    {
        Dual sum = Take('-') ? Scale(Product(), -1) : Product();
        while (true)
        {
            SkipBlanks();
            if (Take('+'))
            {
                sum = Add(sum, Product());
            }
            else if (Take('-'))
            {
                sum = Add(sum, Scale(Product(), -1));
            }
            else
            {
                return sum;
            }
        }
    }

    private Dual Product()
    {
        Dual product = Power();
        while (true)
        {
            if (Take('*'))
            {
                product = Multiply(product, Power());
            }
            else if (Take('/'))
            {
                product = Multiply(product, Invert(Power()));
            }
            else
            {
                return product;
            }
        }
    }

    private Dual Power()
    {
        Dual atom = Atom();
        if (!Take('^'))
        {
            return atom;
        }

        int exponent = int.Parse(While(char.IsAsciiDigit), CultureInfo.InvariantCulture);
        return Enumerable.Repeat(atom, exponent).Aggregate(Multiply);
    }

    private Dual Atom()
    {
        SkipBlanks();
        if (Take('('))
        {
            Dual inner = Sum();
            Assert.True(Take(')'), _text);
            return inner;
        }

        if (char.IsAsciiDigit(_text[_place]))
        {
            return new Dual(BigInteger.Parse(While(char.IsAsciiDigit), CultureInfo.InvariantCulture), 0);
        }

        string name = While(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '\'');
        if (name is "log" or "atan" or "sqrt")
        {
            Dual argument = Atom();
            return name switch
            {
                "log" => new Dual(null, Multiply(new Dual(argument.Slope, 0), Invert(new Dual(argument.Value, 0))).Value!.Value),
                "atan" => new Dual(null, Multiply(new Dual(argument.Slope, 0), Invert(new Dual(1 + (argument.Value * argument.Value), 0))).Value!.Value),
                _ => Root(argument),
            };
        }

        if (_place < _text.Length && _text[_place] == '[')
        {
            name += While(character => character != ']') + "]";
            _place++;
        }

        (BigInteger value, BigInteger slope) = _coordinate(name);
        return new Dual(value, slope);
    }

    private Dual Root(Dual argument)
    {
        Assert.True(argument.Slope.IsZero);
        var root = BigInteger.ModPow(argument.Value!.Value, (_prime + 1) / 4, _prime);
        return Residue((root * root) - argument.Value.Value).IsZero ? new Dual(root, 0) : throw new NoRootException();
    }

    private Dual Add(Dual left, Dual right) => new(Residue(left.Value + right.Value), Residue(left.Slope + right.Slope));

    private Dual Scale(Dual value, int factor) => new(Residue(factor * value.Value), Residue(factor * value.Slope));

    private Dual Multiply(Dual left, Dual right)
    {
        // 0·(a value that is not known).
        Assert.True(left.Value is not null || right.Slope.IsZero, _text);
        Assert.True(right.Value is not null || left.Slope.IsZero, _text);
        return new Dual(Residue(left.Value * right.Value), Residue(((left.Value ?? 0) * right.Slope) + (left.Slope * (right.Value ?? 0))));
    }

    private Dual Invert(Dual value)
    {
        Assert.NotNull(value.Value);
        Assert.False(value.Value.Value.IsZero);
        var inverse = BigInteger.ModPow(Residue(value.Value.Value), _prime - 2, _prime);
        return new Dual(inverse, Residue(-value.Slope * inverse * inverse));
    }

    private BigInteger? Residue(BigInteger? value) => value is { } known ? Residue(known) : null;

    private BigInteger Residue(BigInteger value) => ((value % _prime) + _prime) % _prime;

    private bool Take(char character)
    {
        bool isThere = _place < _text.Length && _text[_place] == character;
        _place += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipBlanks() => While(character => character == ' ');

    private string While(Func<char, bool> condition)
    {
        int start = _place;
        while (_place < _text.Length && condition(_text[_place]))
        {
            _place++;
        }

        return _text[start.._place];
    }

    private readonly record struct Dual(BigInteger? Value, BigInteger Slope);

    private sealed class NoRootException : Exception;
}
