using System.Text.Json;
using ConservationLaws.Reports;

namespace ConservationLaws.Tests.Reports;

/// <summary>What programs that read the JSON rely on (docs/language.md, section 3).</summary>
public sealed class JsonReportTests
{
    [Fact]
    public void The_keys_come_in_the_documented_order()
    {
        JsonElement answer = Render("network 2 -> 2 -> 2; at W1 = [[1,0],[0,1]]");
        Assert.Equal(
            "schema version seed model verdict laws lie evidence scope point network at certificate reasons truncated seconds", Keys(answer));
        Assert.Equal("title parameters variables generators", Keys(answer.GetProperty("model")));
        Assert.Equal("count lower upper found matrix", Keys(answer.GetProperty("laws")));
        Assert.Equal("kind degree law", Keys(answer.GetProperty("laws").GetProperty("found")[0]));
        Assert.Equal("ranks dimension generations involutive", Keys(answer.GetProperty("lie")));
        Assert.Equal("prime values", Keys(answer.GetProperty("point")));
        Assert.Equal("point inputs", Keys(answer.GetProperty("network")));
        Assert.Equal("values ranks lawRank upper", Keys(answer.GetProperty("at")[0]));
        Assert.Equal("model lie laws proof", Keys(answer.GetProperty("seconds")));
    }

    [Fact]
    public void Lists_of_more_than_100000_entries_are_cut_and_named_unless_all_is_asked_for()
    {
        const string model = "network 300 -> 400 relu -> 1";
        JsonElement answer = Render(model);
        Assert.Equal(120_400, answer.GetProperty("model").GetProperty("parameters").GetInt32());
        Assert.Equal(400, answer.GetProperty("laws").GetProperty("count").GetInt32());
        Assert.Equal(100_000, answer.GetProperty("model").GetProperty("variables").GetArrayLength());
        Assert.Equal(100_000, answer.GetProperty("point").GetProperty("values").GetArrayLength());
        Assert.Equal(["variables", "point.values"], answer.GetProperty("truncated").EnumerateArray().Select(name => name.GetString()));

        JsonElement full = Render(model, full: true);
        Assert.Equal(120_400, full.GetProperty("model").GetProperty("variables").GetArrayLength());
        Assert.Equal(0, full.GetProperty("truncated").GetArrayLength());
    }

    [Fact]
    public void Laws_of_more_than_a_million_terms_together_are_cut_at_a_whole_law()
    {
        JsonElement answer = Render("network 2000 -> 600 relu -> 10");
        Assert.Equal(600, answer.GetProperty("laws").GetProperty("count").GetInt32());
        Assert.Equal(1_000_000 / 2010, answer.GetProperty("laws").GetProperty("found").GetArrayLength());
        Assert.Contains("found", answer.GetProperty("truncated").EnumerateArray().Select(name => name.GetString()));
    }

    private static string Keys(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private static JsonElement Render(string model, bool full = false)
    {
        using var document = JsonDocument.Parse(GoldenReportTests.Render(model, ReportFormat.Json, full));
        return document.RootElement.Clone();
    }
}
