using System.Globalization;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Benchmarks;

/// <summary>The inputs that other systems get as well.</summary>
internal static class Problems
{
    internal const uint Prime = 2147483629;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>A random square matrix whose last five rows are combinations of others.</summary>
    internal static uint[] DeficientMatrix(int size)
    {
        var random = new SplitMix64((ulong)size);
        var field = new PrimeField(Prime);
        uint[] entries = new uint[size * size];
        for (int place = 0; place < entries.Length; place++)
        {
            entries[place] = random.NextBelow(Prime);
        }

        for (int row = size - 5; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                entries[(row * size) + column] = field.Add(
                    entries[((row - (size / 2)) * size) + column], entries[((row - (size / 2) + 7) * size) + column]);
            }
        }

        return entries;
    }

    /// <summary>f and f + 1 with f = (1 + x + y + z + t)^n.</summary>
    internal static (Polynomial<Integer> Left, Polynomial<Integer> Right) Fateman(int power)
    {
        Polynomial<Integer> f = Parse("1+x+y+z+t", "x,y,z,t", power);
        return (f, Ring.Add(f, Ring.One));
    }

    /// <summary>The sparse pair of M. Monagan and R. Pearce in five variables.</summary>
    internal static (Polynomial<Integer> Left, Polynomial<Integer> Right) Sparse(int power) =>
        (Parse("1+x+y+2*z^2+3*t^3+5*u^5", "x,y,z,t,u", power), Parse("1+u+t+2*z^2+3*y^3+5*x^5", "x,y,z,t,u", power));

    /// <summary>The two polynomials of a line of a file of gcd problems: name|variables|G|A|B stands for G·A and G·B.</summary>
    internal static (string Name, Polynomial<Integer> Left, Polynomial<Integer> Right) Gcd(string line)
    {
        string[] parts = line.Split('|');
        Polynomial<Integer> common = Parse(parts[2], parts[1], 1);
        return (parts[0], Ring.Multiply(common, Parse(parts[3], parts[1], 1)), Ring.Multiply(common, Parse(parts[4], parts[1], 1)));
    }

    /// <summary>A sparse integer matrix from a file: its shape, then row, column and value of each entry.</summary>
    internal static SparseMatrix<Integer> System(string path)
    {
        using var lines = File.ReadLines(path).GetEnumerator();
        lines.MoveNext();
        int[] shape = Numbers(lines.Current);
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(default, shape[1]);
        int row = 0;
        while (lines.MoveNext())
        {
            if (Numbers(lines.Current) is [int at, int column, int value])
            {
                for (; row < at; row++)
                {
                    builder.EndRow();
                }

                builder.Add(column, new Integer(value));
            }
        }

        for (; row < shape[0]; row++)
        {
            builder.EndRow();
        }

        return builder.Build();
    }

    private static int[] Numbers(string line) =>
        Array.ConvertAll(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => int.Parse(word, CultureInfo.InvariantCulture));

    // The model language reads polynomials: f is the component of ∇(f·w) along a new parameter w.
    private static Polynomial<Integer> Parse(string text, string variables, int power)
    {
        int last = variables.Count(character => character == ',') + 1;
        var model = Model.Parse($"parameters {variables}, last; phi ({text})*last");
        model.Fields[0].Field.TryGetCoefficient(last, out RationalFunction? value);
        return Ring.Power(value!.Numerator, power);
    }
}
