using System.Text.Json;
using System.Text.Unicode;

namespace ConservationLaws.Checker;

/// <summary>What a check says.</summary>
/// <param name="Accepted">Whether the certificate proves its statement.</param>
/// <param name="Line">The statement, or why the file proves nothing; one line, beginning with <c>accepted: </c> or <c>refused: </c>.</param>
public sealed record Verdict(bool Accepted, string Line);

/// <summary>Checks certificates. Written from docs/certificates.md, where every rule stands with its reason.</summary>
public static class CertificateChecker
{
    private const int MaximumBytes = 1 << 30;
    private const int MaximumDepth = 64;
    private const int ShownHash = 12;
    private static readonly string[] Texts = ["program", "seed", "source"];
    private static readonly string[] Common = ["format", "kind", "scope", .. Texts, "model", "modelHash", "count"];
    private static readonly string[] Lower = ["laws", "lawRank"];
    private static readonly string[] Upper = ["words", "bracketRank"];
    private static readonly string[] Exponents = ["kernel", "kernelRank", "exponentRank"];

    /// <summary>Checks the certificate in a stream.</summary>
    /// <param name="utf8">The file; it is read to its end, but not beyond 1 GiB.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The verdict; there is one whatever the file contains.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public static Verdict Check(Stream utf8, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        using var file = new MemoryStream();
        byte[] chunk = new byte[1 << 16];
        for (int count = utf8.Read(chunk); count > 0 && file.Length <= MaximumBytes; count = utf8.Read(chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            file.Write(chunk, 0, count);
        }

        return Check(file.GetBuffer().AsMemory(0, (int)file.Length), cancellation);
    }

    /// <summary>Checks a certificate.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The verdict; there is one whatever the file contains.</returns>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public static Verdict Check(ReadOnlyMemory<byte> utf8, CancellationToken cancellation = default)
    {
        try
        {
            Refusal.Unless(utf8.Length <= MaximumBytes, "file", "it is above 1 GiB");
            Refusal.Unless(Utf8.IsValid(utf8.Span), "file", "it is not UTF-8");
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaximumDepth });
            return new Verdict(true, $"accepted: {Prove(document.RootElement, new Budget(cancellation))}");
        }
        catch (JsonException failure)
        {
            return new Verdict(false, $"refused: file: it is not JSON (line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1})");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new Verdict(false, $"refused: {(failure is Refusal ? failure.Message : $"file: it cannot be checked ({failure.GetType().Name})")}");
        }
    }

    // Checks everything and gives what is proved.
    private static string Prove(JsonElement root, Budget budget)
    {
        string kind = root.Peek("kind"), scope = root.Peek("scope");
        bool isLower = kind is "exactly" or "at-least", isUpper = kind is "exactly" or "at-most", isMonomial = kind == "monomial";
        Refusal.Unless(isLower || isUpper || isMonomial, "kind", "expected exactly, at-least, at-most or monomial");
        bool hasLayers = root.Choice("model") != "" && root.GetProperty("model").Choice("layers") != "";
        bool isNetwork = scope == "network" && (isMonomial || (isLower && isUpper));
        bool hasStructure = kind == "exactly" && root.Choice("structure") != "";
        string[] names = [.. Common, .. isLower ? Lower : [], .. isUpper ? Upper : [], .. isMonomial && !hasLayers ? Exponents : [], .. hasStructure ? ["structure"] : Array.Empty<string>(), .. isNetwork ? ["network"] : Array.Empty<string>()];
        var members = names.Zip(root.Members("file", names)).ToDictionary(pair => pair.First, pair => pair.Second);
        Refusal.Unless(Texts.All(name => members[name].ValueKind == JsonValueKind.String), "file", "program, seed and source are strings");
        Refusal.Unless(members["format"].Text("format") == "claws-certificate/1", "format", "expected claws-certificate/1");
        Model model = Model.Read(members["model"]);
        Refusal.Unless(model.IsMonomial == isMonomial, "model", $"`{model.Form}` does not go with the kind {kind}");
        bool fits = model.Form == "fields" ? scope is "phi" or "fields" : scope == "phi" || isNetwork;
        Refusal.Unless(fits, "scope", $"it does not fit a model by `{model.Form}` and the kind {kind}");
        Refusal.Unless(members["modelHash"].Text("modelHash") == model.Hash, "modelHash", "it is not the hash of the model");
        int count = members["count"].Index("count", 0, model.Dimension), rank = model.Dimension - count;
        Component[][] generators = [];
        if (hasLayers)
        {
            MonomialMaps.CheckLayers(model.Generators, model.Dimension, count);
        }
        else if (isMonomial)
        {
            MonomialMaps.Check(model, count, members["kernel"], members["kernelRank"], members["exponentRank"], budget);
        }
        else
        {
            generators = model.ReadFields(budget);
        }

        Law[] laws = isLower ? Laws.Check(members["laws"], members["lawRank"], count, hasStructure, generators, model.Dimension, budget) : [];
        bool isIntegrable = laws.Any(law => law.Class == "integrable");
        Refusal.Unless(!isIntegrable || (isUpper && !hasStructure), "laws", "only the kind exactly without structure has integrable laws");
        if (isUpper)
        {
            (Word[] words, int[] rows, Rank bracketRank, uint[] point) = Brackets.Check(members["words"], members["bracketRank"], rank, generators, model.Dimension, budget);
            if (isIntegrable || hasStructure)
            {
                bool isSame = JsonElement.DeepEquals(members["lawRank"].GetProperty("point"), members["bracketRank"].GetProperty("point"));
                Refusal.Unless(isSame, "bracketRank", "the point is not that of lawRank, as Frobenius' theorem needs");
                var closure = new Closure(generators, words, rows, budget);
                closure.CheckForms(Array.ConvertAll(laws, law => law.Class == "integrable" ? law.Form : []), model.Dimension);
                if (hasStructure)
                {
                    closure.CheckStructure(members["structure"], bracketRank, point, model.Dimension);
                }
            }
        }

        if (isNetwork)
        {
            JsonElement? lawPoint = isMonomial ? null : members["lawRank"].GetProperty("point");
            Network.Check(members["network"], lawPoint, isMonomial ? [rank] : [rank, generators.Length], model.Dimension, budget);
        }

        int forms = laws.Count(law => law.Class is "closed" or "solvable" or "integrable");
        string[] theorems = [.. laws.Any(law => law.Class == "closed") ? ["Poincaré's lemma"] : Array.Empty<string>(), .. hasStructure || laws.Any(law => law.Class is "solvable" or "integrable") ? ["Frobenius' theorem"] : Array.Empty<string>()];
        string fields = $"{generators.Length} generators{(isUpper ? $", {rank} brackets" : "")}{(forms > 0 ? $", {forms} one-forms" : "")}{(hasStructure ? ", structure functions" : "")}";
        string evidence = isMonomial ? $"monomials by {model.Form}" : fields + (theorems.Length > 0 ? $", by {string.Join(" and ", theorems)}" : "");
        string claim = $"{(isMonomial ? "exactly" : kind.Replace('-', ' '))} {count} law{(count == 1 ? "" : "s")}";
        string place = isNetwork ? "of the network near the point" : isMonomial ? "near every point without zero coordinates" : isLower ? "near the point" : "near any point";
        return $"{claim} {place} ({scope}, D = {model.Dimension}, {evidence}, model {model.Hash[..ShownHash]})";
    }
}
