using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>What a check says.</summary>
/// <param name="Accepted">Whether the certificate proves its statement.</param>
/// <param name="Line">The statement, or why the file proves nothing; one line, beginning with <c>accepted: </c> or <c>refused: </c>.</param>
public sealed record Verdict(bool Accepted, string Line);

/// <summary>Checks certificates. Written from docs/certificates.md, in which every rule and its reason stands.</summary>
public static class CertificateChecker
{
    private const int MaximumBytes = 1 << 30;
    private const int ShownHash = 12;

    /// <summary>Checks the certificate in a stream.</summary>
    /// <param name="utf8">The file; it is read to its end, but not beyond 1 GiB.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The verdict; whatever is in the file, there is one.</returns>
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

        return Check(file.GetBuffer().AsSpan(0, (int)file.Length), cancellation);
    }

    /// <summary>Checks a certificate.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The verdict; whatever is in the file, there is one.</returns>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public static Verdict Check(ReadOnlySpan<byte> utf8, CancellationToken cancellation = default)
    {
        try
        {
            return utf8.Length <= MaximumBytes
                ? new Verdict(true, $"accepted: {Statement(utf8, new Budget(cancellation))}")
                : throw new Refusal("the file is above 1 GiB");
        }
        catch (Refusal refusal)
        {
            return new Verdict(false, $"refused: {refusal.Message}");
        }
        catch (JsonException failure)
        {
            return new Verdict(false, $"refused: the file is not JSON (line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1})");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new Verdict(false, $"refused: the file cannot be checked ({failure.GetType().Name})");
        }
    }

    // Checks everything and gives what is proved.
    private static string Statement(ReadOnlySpan<byte> utf8, Budget budget)
    {
        Certificate certificate = Certificate.Read(utf8, budget);
        string model = $"model {certificate.ModelHash[..ShownHash]}";
        string laws = certificate.Count == 1 ? "1 law" : $"{certificate.Count} laws";
        if (certificate.Kind == "monomial")
        {
            MonomialMaps.Check(certificate, budget);
            return $"exactly {laws} near every point without zero coordinates (phi, D = {certificate.Dimension}, monomials, {model})";
        }

        Component[][] generators = certificate.Fields ?? Array.ConvertAll(certificate.Phi!, polynomial => Polynomials.Gradient(polynomial, budget));
        string about = $"{certificate.Scope}, D = {certificate.Dimension}, {generators.Length} generators, ";
        if (certificate.LawRank is { } lawRank)
        {
            Component[][] gradients = Array.ConvertAll(certificate.Laws, law => Polynomials.Gradient(law, budget));
            LawIdentities.Check(generators, gradients, certificate.Dimension, budget);
            var values = new Brackets(gradients, [], lawRank, "lawRank", budget);
            Eliminate(lawRank, "lawRank, law", row => values.Value(gradients[row]), budget);
        }

        if (certificate.BracketRank is { } bracketRank)
        {
            Brackets.CheckWords(certificate.Words, generators.Length);
            var values = new Brackets(generators, certificate.Words, bracketRank, "bracketRank", budget);
            Eliminate(bracketRank, "bracketRank, row", row => values.Value(bracketRank.Rows[row][0]), budget);
            about += $"{bracketRank.Rows.Length} brackets, ";
        }

        return certificate.Kind switch
        {
            "exactly" => $"exactly {laws} near the point ({about}{model})",
            "at-least" => $"at least {laws} near the point ({about}{model})",
            _ => $"at most {laws} near any point ({about}{model})",
        };
    }

    private static void Eliminate(Rank rank, string row, Func<int, uint[]> value, Budget budget) => ModularArithmetic.Eliminate(
        rank.Pivots.Length,
        rank.Modulus,
        (index, residues) =>
        {
            uint[] components = value(index);
            for (int column = 0; column < residues.Length; column++)
            {
                residues[column] = components[rank.Pivots[column] - 1];
            }
        },
        row,
        budget);
}
