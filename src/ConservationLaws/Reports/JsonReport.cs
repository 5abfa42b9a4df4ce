using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Strata;

namespace ConservationLaws.Reports;

/// <summary>A theorem as JSON, in the fixed schema <c>claws-result/1</c> of docs/language.md.</summary>
public static class JsonReport
{
    /// <summary>Writes a theorem.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="times">How long the stages took.</param>
    /// <param name="full">Whether lists are printed whole, however long.</param>
    /// <param name="output">Receives UTF-8 with a newline at the end.</param>
    /// <param name="certificate">Where the certificate was written, or null.</param>
    public static void Write(Theorem theorem, StageTimes times, bool full, Stream output, string? certificate = null)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(output);
        JsonDocuments.Write(output, json => new TheoremWriter(json, theorem, full).Write(times, certificate));
    }

    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(JsonReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>A polynomial law as an object.</summary>
    internal static void WriteLaw(Utf8JsonWriter json, Law law, Func<int, string> name)
    {
        json.WriteStartObject();
        json.WriteString("kind", "polynomial");
        json.WriteNumber("degree", law.Degree);
        json.WriteString("law", law.Format(name));
        json.WriteEndObject();
    }

    /// <summary>A law that is no polynomial as an object.</summary>
    internal static void WriteLaw(Utf8JsonWriter json, FormLaw form, Func<int, string> name)
    {
        json.WriteStartObject();
        json.WriteString("kind", form.Class == FormClass.Rational ? "rational" : "one-form");
        json.WriteNumber("degree", form.Degree);
        json.WriteString("law", form.Format(name));
        json.WriteString("class", Wording.Name(form.Class));
        json.WriteString("form", form.FormatDifferential(name));
        json.WriteEndObject();
    }

    private sealed class TheoremWriter(Utf8JsonWriter json, Theorem theorem, bool full)
    {
        private readonly List<string> _truncated = [];

        internal void Write(StageTimes times, string? certificate)
        {
            json.WriteString("schema", "claws-result/1");
            json.WriteString("version", Version);
            json.WriteNumber("seed", theorem.Seed);
            WriteModel();
            json.WriteString("verdict", theorem.Verdict switch { Verdict.Proved => "proved", Verdict.Open => "open", _ => "limit" });
            WriteLaws();
            WriteLadder();
            json.WriteString("evidence", theorem.Evidence switch { Evidence.Laws => "laws", Evidence.OneForms => "one-forms", Evidence.Involutive => "involutive", _ => null });
            json.WriteString("scope", theorem.Scope switch { CountScope.Fields => "fields", CountScope.Network => "network", _ => "phi" });
            json.WriteStartObject("point");
            json.WriteString("prime", theorem.Point.Prime.ToString());
            WriteStrings("values", "point.values", theorem.Point.Values.Select(value => (value.ToString(), 1)));
            json.WriteEndObject();
            WriteNetwork();
            WriteSpecialPoints();
            WriteStrata();
            json.WriteString("certificate", certificate);
            json.WriteStrings("reasons", theorem.Reasons);
            json.WriteStrings("truncated", _truncated);
            json.WriteStartObject("seconds");
            json.WriteString("model", StageTimes.Format(times.Model));
            json.WriteString("lie", StageTimes.Format(times.Lie));
            json.WriteString("laws", StageTimes.Format(times.Laws));
            json.WriteString("proof", StageTimes.Format(times.Proof));
            json.WriteEndObject();
        }

        private void WriteModel()
        {
            Model model = theorem.Model;
            json.WriteStartObject("model");
            json.WriteString("title", model.Title);
            json.WriteNumber("parameters", model.Space.Dimension);
            WriteStrings("variables", "variables", Enumerable.Range(0, model.Space.Dimension).Select(coordinate => (model.Space.Name(coordinate), 1)));
            json.WriteNumber("generators", theorem.GeneratorCount);
            json.WriteEndObject();
        }

        private void WriteLaws()
        {
            json.WriteStartObject("laws");
            json.WriteNumberOrNull("count", theorem.Count);
            json.WriteNumber("lower", theorem.Lower);
            json.WriteNumber("upper", theorem.Upper);
            json.WriteStartArray("found");
            var budget = new Budget(full);
            foreach (Law law in theorem.Laws)
            {
                if (!budget.TrySpend(law.TermCount))
                {
                    _truncated.Add("found");
                    break;
                }

                WriteLaw(json, law, theorem.Model.Space.Name);
            }

            WriteForms(ref budget);

            json.WriteEndArray();
            WriteStrings("matrix", "matrix", theorem.MatrixLaws.Select(matrix => (matrix, 1)));
            json.WriteEndObject();
        }

        private void WriteForms(ref Budget budget)
        {
            foreach (FormLaw form in theorem.Forms)
            {
                if (!budget.TrySpend(form.TermCount))
                {
                    _truncated.Add("found");
                    break;
                }

                WriteLaw(json, form, theorem.Model.Space.Name);
            }
        }

        private void WriteLadder()
        {
            json.WriteStartObject("lie");
            json.WriteNumbers("ranks", theorem.Ladder.Ranks);
            json.WriteNumberOrNull("dimension", theorem.Ladder.Dimension);
            json.WriteNumber("generations", theorem.Ladder.Generations);
            json.WriteBoolean("involutive", theorem.Ladder.IsInvolutive);
            json.WriteEndObject();
        }

        private void WriteNetwork()
        {
            if (theorem.Network is not { } network)
            {
                json.WriteNull("network");
                return;
            }

            json.WriteStartObject("network");
            json.WriteStrings("point", network.Point.Values.Select(value => value.ToString()));
            json.WriteStartArray("inputs");
            foreach (ImmutableArray<Integer> input in network.Inputs)
            {
                json.WriteStartArray();
                foreach (Integer value in input)
                {
                    json.WriteStringValue(value.ToString());
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteSpecialPoints()
        {
            json.WriteStartArray("at");
            foreach (SpecialPointResult result in theorem.SpecialPoints)
            {
                json.WriteStartObject();
                json.WriteStartObject("values");
                foreach ((string name, string text) in result.Point.Values)
                {
                    json.WriteString(name, text);
                }

                json.WriteEndObject();
                json.WriteNumbers("ranks", result.Ranks);
                json.WriteNumber("lawRank", result.LawRank);
                json.WriteNumber("upper", result.Upper);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void WriteStrata()
        {
            if (theorem.Strata is not { } strata)
            {
                return;
            }

            json.WriteStartArray("strata");
            foreach (RankStratum stratum in strata)
            {
                json.WriteStartObject();
                json.WriteString("of", stratum.Generation is null ? "laws" : "fields");
                json.WriteNumberOrNull("generation", stratum.Generation);
                json.WriteNumber("rank", stratum.Rank);
                json.WriteStrings("factors", stratum.Factors.Select(Text));
                json.WriteStartArray("minors");
                foreach (ImmutableArray<Polynomial<Integer>> list in stratum.Minors)
                {
                    json.WriteStartArray();
                    foreach (Polynomial<Integer> minor in list)
                    {
                        json.WriteStringValue(Text(minor));
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteBoolean("listed", stratum.IsListed);
                json.WriteBoolean("complete", stratum.IsExact);
                json.WriteString("gap", stratum.Gap);
                json.WriteStartArray("at");
                foreach (SpecialPointResult result in theorem.SpecialPoints)
                {
                    ImmutableArray<Rational> point = StrataWording.Coordinates(theorem, result);
                    json.WriteStartObject();
                    json.WriteStrings("factors", stratum.VanishingFactors(point).Select(Text));
                    json.WriteNumbers("minors", stratum.VanishingLists(point).Select(list => list + 1));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();

            string Text(Polynomial<Integer> polynomial) => PolynomialFormatter.Format(polynomial, theorem.Model.Space.Name);
        }

        private void WriteStrings(string property, string name, IEnumerable<(string Text, int Terms)> entries)
        {
            json.WriteStartArray(property);
            var budget = new Budget(full);
            foreach ((string text, int terms) in entries)
            {
                if (!budget.TrySpend(terms))
                {
                    _truncated.Add(name);
                    break;
                }

                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    // Entries and terms that one list may still print.
    private struct Budget(bool isUnlimited)
    {
        private int _entries = Truncation.MaximumEntries;
        private long _terms = Truncation.MaximumTerms;

        internal bool TrySpend(int terms)
        {
            if (isUnlimited)
            {
                return true;
            }

            _entries--;
            _terms -= terms;
            return _entries >= 0 && _terms >= 0;
        }
    }
}
