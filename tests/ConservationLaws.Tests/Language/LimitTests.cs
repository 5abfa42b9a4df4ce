using System.Numerics;
using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

/// <summary>Every limit from both sides.</summary>
public sealed class LimitTests
{
    // A guard against work that grows with the square of a text of millions, which would take hours; no measurement.
    private static void Finishes(Action action) => Assert.True(Task.Run(action).Wait(TimeSpan.FromMinutes(10)), "The text is not read in bounded time.");

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Fact]
    public void A_text_of_16_MiB_is_read_and_a_byte_more_is_refused()
    {
        string text = "phi x #" + new string('a', SourceText.MaximumBytes - 7);
        Assert.Single(Syntax.Parse(text).Statements);
        Assert.Contains("16 MiB", Syntax.Error(text + "a").Message, StringComparison.Ordinal);
        Assert.Contains("16 MiB", Syntax.Error("#" + Repeat("é", SourceText.MaximumBytes / 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_integer_of_100000_digits_is_read_and_a_longer_one_refused()
    {
        string digits = new('9', 100_000);
        Assert.Equal(BigInteger.Pow(10, 100_000) - 1, Assert.IsType<IntegerExpression>(Syntax.Expression(digits)).Value);
        Diagnostic error = Syntax.Error("phi x, " + digits + "9");
        Assert.Equal((new SourceSpan(7, 100_001), "an integer of 100,001 digits is too long: at most 100,000 are read"), (error.Span, error.Message));
        Assert.Equal(new SourceSpan(10, 100_001), Syntax.Error("network 2x" + digits + "9x3").Span);
        Finishes(() => Syntax.Error("phi " + new string('7', 2_000_000)));
        Finishes(() => Syntax.Error("phi x^" + new string('7', 2_000_000)));
        Finishes(() => Syntax.Error("phi 0." + new string('7', 2_000_000)));
    }

    [Theory]
    [InlineData("phi x^65535", null)]
    [InlineData("phi x^-65535", null)]
    [InlineData("phi x^000000065535", null)]
    [InlineData("phi x^65536", "65536")]
    [InlineData("phi x^-65536", "-65536")]
    [InlineData("phi x^T^65536", "65536")]
    [InlineData("phi x^123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("network 2 -> 3 relu^65535", null)]
    [InlineData("network 2 -> 3 relu^65536", "65536")]
    public void An_exponent_is_at_most_65535_in_absolute_value(string text, string? refused)
    {
        if (refused is null)
        {
            Assert.NotNull(Syntax.Single(text));
        }
        else
        {
            Diagnostic error = Syntax.Error(text);
            Assert.Equal((refused, "the exponent is too large: at most 65,535 in absolute value"), (error.Span.TextOf(text), error.Message));
        }
    }

    [Theory]
    [InlineData("phi ", "(", "x", ")")]
    [InlineData("phi ", "[", "x", "]")]
    [InlineData("phi ", "f(", "x", ")")]
    [InlineData("phi ", "-(x+y*", "x", ")^T^2")]
    [InlineData("network 2 -> ", "residual(", "2", ")")]
    public void Brackets_nest_500_deep_on_a_small_stack_and_no_deeper(string before, string open, string core, string close)
    {
        Exception? failure = null;
        var thread = new Thread(
            () => failure = Record.Exception(() => Syntax.Single(before + Repeat(open, 500) + core + Repeat(close, 500))), 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        Finishes(() => Assert.All(new[] { 501, 20_000, 1_000_000 / open.Length }, depth =>
        {
            Diagnostic error = Syntax.Error(before + Repeat(open, depth) + core + Repeat(close, depth));
            Assert.Equal("brackets are nested deeper than 500", error.Message);
        }));
    }

    [Fact]
    public void Long_chains_are_lists_and_not_towers()
    {
        Finishes(() => Assert.Equal(999_999, Assert.IsType<ChainExpression>(Syntax.Expression("x" + Repeat("+x", 999_999))).Rest.Length));
        Finishes(() => Assert.Equal(999_999, Assert.IsType<ChainExpression>(Syntax.Expression("x" + Repeat("*x", 999_999))).Rest.Length));
        Finishes(() => Assert.IsType<NegateExpression>(Syntax.Expression(new string('-', 999_999) + "x")));
        Finishes(() => Assert.Equal(500_000, Syntax.Single<PhiStatement>("phi x" + Repeat(",x", 499_999)).Coordinates.Length));
        Finishes(() => Assert.Equal(500_000, Syntax.Single<NetworkStatement>("network 2" + Repeat("->1", 500_000)).Layers.Length));
    }

    [Fact]
    public void Hostile_texts_take_time_in_proportion_to_their_size()
    {
        Finishes(() => Syntax.Errors(Repeat("phi (x\n" + Repeat("phi [1]\n", 500), 500)));
        Finishes(() => Syntax.Errors("phi (" + Repeat("\nphi (x)", 200_000)));
        Finishes(() => Syntax.Errors(new string('\0', 1_000_000)));
        Finishes(() => Syntax.Errors(new string('(', 1_000_000)));
        Finishes(() => Syntax.Errors(Repeat("phi x);", 200_000)));
        Finishes(() => Syntax.Errors(Repeat("\"", 1_000_000)));
        Finishes(() => Syntax.Parse("#" + Repeat("é", 4_000_000)));
        Finishes(() => Syntax.Parse(new string('\n', 4_000_000)));
    }
}
