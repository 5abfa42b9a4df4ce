using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

// Dense matrices modulo primes for the tests, and the textbook product.
internal static class DenseModular
{
    // Ends of the ranges in which the kernels behave alike, and small primes.
    internal static readonly uint[] Primes = [2, 3, 5, 65537, 131071, 131101, 536870909, 1073741789, 2147483629, 2147483647];

    internal static IEnumerable<ModularProductLanes> Lanes()
    {
        yield return ModularProductLanes.One;
        if (ModularRowKernels.Has256)
        {
            yield return ModularProductLanes.Four;
        }

        if (ModularRowKernels.Has512)
        {
            yield return ModularProductLanes.Eight;
        }
    }

    internal static uint[] Random(SplitMix64 generator, uint p, int count)
    {
        var entries = new uint[count];
        foreach (ref uint entry in entries.AsSpan())
        {
            entry = generator.NextBelow(8) switch { 0 => 0, 1 => p - 1, _ => generator.NextBelow(p) };
        }

        return entries;
    }

    internal static uint[] Filled(uint value, int count)
    {
        var entries = new uint[count];
        Array.Fill(entries, value);
        return entries;
    }

    internal static uint[] Multiply(uint p, uint[] left, uint[] right, int rows, int inner, int columns)
    {
        var product = new uint[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                UInt128 sum = 0;
                for (int k = 0; k < inner; k++)
                {
                    sum += (ulong)left[(i * inner) + k] * right[(k * columns) + j];
                }

                product[(i * columns) + j] = (uint)(sum % p);
            }
        }

        return product;
    }

    internal static uint[] Subtract(uint p, uint[] left, uint[] right) => [.. left.Zip(right, (x, y) => (uint)(((ulong)x + p - y) % p))];

    // At most the given rank, with columns of zeros and repeated columns in front.
    internal static uint[] OfRank(SplitMix64 generator, uint p, int rows, int columns, int rank)
    {
        uint[] entries = Multiply(p, Random(generator, p, rows * rank), Random(generator, p, rank * columns), rows, rank, columns);
        for (int i = 0; i < rows && columns > 4; i++)
        {
            entries[i * columns] = 0;
            entries[(i * columns) + 3] = entries[(i * columns) + 2];
        }

        return entries;
    }

    internal static RowEchelonForm<uint, PrimeField> Textbook(PrimeField field, uint[] entries, int rows, int columns) =>
        RowEchelonForm.Compute<uint, PrimeField>(field, new Matrix<uint>(rows, columns, entries.AsSpan()));
}
