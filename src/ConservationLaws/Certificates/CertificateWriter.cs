using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>Writes certificates in the canonical spelling of docs/certificates.md.</summary>
internal static class CertificateWriter
{
    private const string Format = "claws-certificate/1";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="output">Receives one line of JSON in UTF-8.</param>
    public static void Write(Certificate certificate, Stream output)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(output);
        ReadOnlyMemory<byte> model = Model(certificate.Model);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("kind", certificate.Kind);
            json.WriteString("scope", certificate.Scope);
            json.WriteString("program", certificate.Origin.Program);
            json.WriteString("seed", certificate.Origin.Seed.ToString());
            json.WriteString("source", certificate.Origin.Source);
            json.WritePropertyName("model");
            json.WriteRawValue(model.Span, skipInputValidation: true);
            json.WriteString("modelHash", Convert.ToHexStringLower(SHA256.HashData(model.Span)));
            json.WriteNumber("count", certificate.Count);
            if (certificate.Network is { } network)
            {
                CertificateNetworks.Write(json, network);
            }

            switch (certificate)
            {
                case SandwichCertificate sandwich:
                    WriteLaws(json, sandwich.Laws);
                    WriteBrackets(json, sandwich.Brackets);
                    WriteStructure(json, sandwich.Structure);
                    break;
                case MonomialCertificate monomial:
                    WriteExponents(json, monomial.Evidence, areMonomials: monomial.Model is MonomialModel);
                    break;
            }

            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    // The canonical JSON of a model: members in the order of their names, no white space. Everything in it is ASCII.
    private static ReadOnlyMemory<byte> Model(CertificateModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("dimension", model.Dimension);
            switch (model)
            {
                case FieldModel fields:
                    WriteArray(json, "fields", fields.Fields, field => WriteComponents(json, field.Coordinates, field.Coefficients));
                    WriteNames(json, fields);
                    break;
                case PathModel paths:
                    json.WriteStartObject("graph");
                    WriteArray(json, "edges", paths.Edges, edge => WriteIndices(json, edge.From, edge.To, edge.Coordinate + 1));
                    json.WriteNumber("vertices", paths.Vertices);
                    json.WriteEndObject();
                    WriteNames(json, paths);
                    break;
                case LayeredPaths layered:
                    WriteArray(json, "layers", layered.Layers, layer =>
                    {
                        json.WriteStartObject();
                        json.WriteBoolean("bias", layer.HasBias);
                        json.WriteNumber("units", layer.Units);
                        json.WriteEndObject();
                    });
                    break;
                case MonomialModel monomials:
                    WriteArray(json, "monomials", monomials.Exponents, monomial => WriteVector(json, monomial.Select(factor => (factor.Coordinate, (Integer)factor.Exponent))));
                    WriteNames(json, monomials);
                    break;
                case GradientModel gradients:
                    WriteNames(json, gradients);
                    WriteArray(json, "phi", gradients.Functions, function => WritePolynomial(json, function));
                    break;
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteNames(Utf8JsonWriter json, CertificateModel model) => WriteArray(json, "names", model.Names, json.WriteStringValue);

    private static void WriteLaws(Utf8JsonWriter json, LawEvidence? evidence)
    {
        if (evidence is null)
        {
            return;
        }

        WriteArray(json, "laws", evidence.Laws, law =>
        {
            json.WriteStartObject();
            json.WriteString("class", law.Class);
            switch (law)
            {
                case PolynomialLaw polynomial:
                    WritePolynomial(json, "polynomial", polynomial.Polynomial);
                    break;
                case RationalLaw rational:
                    WritePolynomial(json, "numerator", rational.Numerator);
                    WritePolynomial(json, "denominator", rational.Denominator);
                    break;
                case FormOfLaw form:
                    json.WritePropertyName("form");
                    WriteComponents(json, form.Form.Coordinates, form.Form.Coefficients);
                    break;
            }

            if (law is ClosedLaw closed)
            {
                WritePolynomial(json, "denominator", closed.Denominator);
            }
            else if (law is SolvableLaw solvable)
            {
                WritePolynomial(json, "denominator", solvable.Denominator);
                WriteArray(json, "kernel", solvable.Kernel, field => WriteComponents(json, field.Coordinates, field.Coefficients));
                WritePivots(json, solvable.KernelPivots, "kernelPivots");
            }

            json.WriteEndObject();
        });
        json.WriteStartObject("lawRank");
        WritePoint(json, evidence.Point);
        json.WriteString("modulus", evidence.Modulus.ToString());
        WritePivots(json, evidence.Pivots);
        json.WriteEndObject();
    }

    private static void WriteBrackets(Utf8JsonWriter json, BracketEvidence? evidence)
    {
        if (evidence is null)
        {
            return;
        }

        WriteArray(json, "words", evidence.Words, word =>
        {
            if (word.IsGenerator)
            {
                json.WriteNumberValue(word.Generator);
            }
            else
            {
                WriteIndices(json, word.Left, word.Right);
            }
        });
        json.WriteStartObject("bracketRank");
        WritePoint(json, evidence.Point);
        json.WriteString("modulus", evidence.Modulus.ToString());
        WriteArray(json, "words", evidence.Rows, json.WriteNumberValue);
        WritePivots(json, evidence.Pivots);
        json.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter json, StructureFunctions? structure)
    {
        if (structure is null)
        {
            return;
        }

        json.WriteStartObject("structure");
        WriteArray(json, "generators", structure.Generators, WriteCombination);
        WriteArray(json, "brackets", structure.Brackets, brackets =>
        {
            json.WriteStartArray();
            foreach (Combination combination in brackets)
            {
                WriteCombination(combination);
            }

            json.WriteEndArray();
        });
        json.WriteEndObject();

        void WriteCombination(Combination combination)
        {
            json.WriteStartObject();
            WritePolynomial(json, "denominator", combination.Denominator);
            WriteArray(json, "terms", combination.Terms, term =>
            {
                json.WriteStartArray();
                json.WriteNumberValue(term.Field);
                WritePolynomial(json, term.Coefficient);
                json.WriteEndArray();
            });
            json.WriteEndObject();
        }
    }

    private static void WriteExponents(Utf8JsonWriter json, ExponentEvidence? evidence, bool areMonomials)
    {
        if (evidence is null)
        {
            return;
        }

        WriteArray(json, "kernel", evidence.Kernel, vector => WriteVector(json, vector));
        json.WriteStartObject("kernelRank");
        json.WriteString("modulus", evidence.KernelModulus.ToString());
        WritePivots(json, evidence.KernelPivots);
        json.WriteEndObject();
        json.WriteStartObject("exponentRank");
        json.WriteString("modulus", evidence.RowModulus.ToString());
        WriteArray(json, "rows", evidence.Rows, row =>
        {
            if (areMonomials)
            {
                json.WriteNumberValue(row[0]);
            }
            else
            {
                WriteIndices(json, row.AsSpan());
            }
        });
        WritePivots(json, evidence.RowPivots);
        json.WriteEndObject();
    }

    internal static void WritePoint(Utf8JsonWriter json, CertificatePoint point)
    {
        json.WriteStartObject("point");
        json.WriteString("denominator", point.Denominator.ToString());
        WriteArray(json, "numerators", point.Numerators, numerator => json.WriteStringValue(numerator.ToString()));
        json.WriteEndObject();
    }

    internal static void WritePivots(Utf8JsonWriter json, ImmutableArray<int> pivots, string name = "pivots") =>
        WriteArray(json, name, pivots, pivot => json.WriteNumberValue(pivot + 1));

    private static void WriteComponents(Utf8JsonWriter json, ImmutableArray<int> coordinates, ImmutableArray<Polynomial<Integer>> coefficients)
    {
        json.WriteStartArray();
        foreach ((int coordinate, Polynomial<Integer> coefficient) in coordinates.Zip(coefficients))
        {
            json.WriteStartArray();
            json.WriteNumberValue(coordinate + 1);
            WritePolynomial(json, coefficient);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteVector(Utf8JsonWriter json, IEnumerable<(int Coordinate, Integer Value)> vector)
    {
        json.WriteStartArray();
        foreach ((int coordinate, Integer value) in vector)
        {
            json.WriteStartArray();
            json.WriteNumberValue(coordinate + 1);
            json.WriteStringValue(value.ToString());
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WritePolynomial(Utf8JsonWriter json, string name, Polynomial<Integer> polynomial)
    {
        json.WritePropertyName(name);
        WritePolynomial(json, polynomial);
    }

    private static void WritePolynomial(Utf8JsonWriter json, Polynomial<Integer> polynomial)
    {
        json.WriteStartArray();
        foreach ((int[] variables, int term) in CertificatePolynomial.OrderedTerms(polynomial))
        {
            json.WriteStartArray();
            json.WriteStringValue(polynomial.Coefficient(term).ToString());
            WriteIndices(json, variables);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    internal static void WriteIndices(Utf8JsonWriter json, params ReadOnlySpan<int> indices)
    {
        json.WriteStartArray();
        foreach (int index in indices)
        {
            json.WriteNumberValue(index);
        }

        json.WriteEndArray();
    }

    internal static void WriteArray<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
