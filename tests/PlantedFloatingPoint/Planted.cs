using System.Numerics;

namespace PlantedFloatingPoint;

// Each member has floating point of the kind that its name says. Where a language construct cannot stand alone (a conversion
// leaves something somewhere), the other kinds come along; the test asks for the named one.

/// <summary>Every way in which floating point gets into an assembly.</summary>
public static class Planted
{
    /// <summary>No floating point at all: the scanner must not cry wolf.</summary>
    public static long Innocent(long number, BigInteger large, List<int[]> list)
    {
        long sum = 0;
        foreach (int[] entries in list)
        {
            sum += entries.Length + Math.Max(number, 3) + TimeSpan.FromTicks(number).Ticks + BigInteger.Abs(large).Sign;
        }

        return sum;
    }

    public static object Literal() => 0.5;

    public static object SingleLiteral() => 0.5f;

    public static long Conversion(long number) => (long)Math.Abs((double)number);

    public static int SingleConversion(int number) => (int)Math.Abs((float)number);

    public static long UnsignedConversion(ulong number) => (long)Math.Abs((double)number);

    public static bool Local(string text)
    {
        double unused;
        return text.Length == 0 && SetsLocal(out unused);
    }

    public static bool DecimalLocal()
    {
        decimal amount = 1;
        return amount > 0;
    }

    public static int ArrayLocal()
    {
        double[][] table = [];
        return table.Length;
    }

    public static bool SetsLocal(out double place)
    {
        place = default;
        return true;
    }

    public static double Result() => default;

    public static void Parameter(Half number) => _ = number;

    public static void ByReference(ref Complex number) => _ = number;

    public static void NestedGeneric(Dictionary<int, List<float?>> numbers) => _ = numbers;

    public static int GenericArgument() => new List<double>().Count;

    public static int GenericMethodArgument() => Array.Empty<decimal>().Length;

    public static object SquareRoot(int number) => Math.Sqrt(number);

    public static int Rounding(int number) => (int)Math.Round((decimal)number);

    public static long Seconds(TimeSpan time) => (long)time.TotalSeconds;

    public static Type Token() => typeof(double);
}

/// <summary>Fields.</summary>
public sealed class PlantedFields
{
    /// <summary>Exact.</summary>
    public long Exact { get; set; }

    public double Plain;

    public decimal[]? InArray;

    public Func<int, Half>? InGeneric;
}
