using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>Certificates of theorems, as files that others can check (docs/certificates.md).</summary>
public static class CertificateFile
{
    /// <summary>Writes the certificate of a theorem.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="output">Receives one line of JSON in UTF-8; nothing when there is no certificate.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>
    /// What the certificate says, such as <c>exactly 6 laws</c>. Where laws, forms or structure functions do not prove a count it claims at least the laws that were
    /// found, else at most as many as the brackets allow; null when neither says anything.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static string? Write(Theorem theorem, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(output);
        if (CertificateBuilder.Build(theorem, cancellation) is not { } certificate)
        {
            return null;
        }

        CertificateWriter.Write(certificate, output);
        string bound = certificate.Kind switch { "at-least" => "at least", "at-most" => "at most", _ => "exactly" };
        return $"{bound} {certificate.Count:N0} {(certificate.Count == 1 ? "law" : "laws")}";
    }
}
