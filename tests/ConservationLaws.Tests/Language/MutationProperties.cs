using System.Text;
using ConservationLaws.Language;
using FsCheck.Xunit;

namespace ConservationLaws.Tests.Language;

/// <summary>Whatever the text, the answer is a tree or a ModelException whose message can be formed.</summary>
public sealed class MutationProperties
{
    private const string Alphabet = "xyTDU019_ \t\n\r;#\"'()[]+-*/^=,.->{}\0\uFEFFθ×²\uD800\uDC00é";

    private static readonly string[] s_fragments =
    [
        "model ", "parameters ", "let ", "phi ", "network ", "field ", "precondition ", "flow ", "loss ", "data ", "at ", "\n", ";", "(", ")", "[", "]",
        "x", "U[1,2]", "D[x]", "->", "2x3", "0.5", "^T", "^2", "relu", "bias", "residual(", "cross-entropy", "by ", "=", ",", "-", "\"", "# ", "[[1,2],[3]]",
        "\nphi (", "\ndata [", "1e9", "^99999", "é", "A'",
    ];

    [Property(MaxTest = 3000)]
    public void Random_characters_are_parsed_or_refused(int seed)
    {
        var random = new Random(seed);
        AssertParsedOrRefused(new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]));
    }

    [Property(MaxTest = 500)]
    public void Random_bytes_are_parsed_or_refused(byte[] bytes) => AssertParsedOrRefused(Encoding.UTF8.GetString(bytes));

    [Property(MaxTest = 3000)]
    public void Random_fragments_are_parsed_or_refused(int seed)
    {
        var random = new Random(seed);
        AssertParsedOrRefused(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => s_fragments[random.Next(s_fragments.Length)])));
    }

    [Property(MaxTest = 3000)]
    public void A_damaged_model_is_parsed_or_refused(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(new ModelPrinter(random).Print(new RandomSyntax(random).Model()));
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int place = random.Next(text.Length + 1);
            switch (random.Next(3))
            {
                case 0:
                    text.Insert(place, Alphabet[random.Next(Alphabet.Length)]);
                    break;
                case 1:
                    text.Remove(place, Math.Min(random.Next(8), text.Length - place));
                    break;
                default:
                    text.Insert(place, s_fragments[random.Next(s_fragments.Length)]);
                    break;
            }
        }

        AssertParsedOrRefused(text.ToString());
    }

    private static void AssertParsedOrRefused(string text)
    {
        var source = new SourceText("model.claw", text);
        try
        {
            ModelParser.Parse(source);
        }
        catch (ModelException exception)
        {
            Assert.NotEmpty(exception.Message);
            Assert.All(exception.Diagnostics, diagnostic =>
            {
                Assert.InRange(diagnostic.Span.Start, 0, source.Text.Length);
                Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, source.Text.Length);
                // Names of the grammar and of the generated parser are nobody's words.
                Assert.DoesNotContain("EOF", diagnostic.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("LPAREN", diagnostic.Message, StringComparison.Ordinal);
            });
            Assert.Equal(exception.Diagnostics.OrderBy(diagnostic => diagnostic.Span.Start), exception.Diagnostics);
        }
    }
}
