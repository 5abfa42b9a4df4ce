using System.Collections.Immutable;
using System.Globalization;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;

namespace ConservationLaws.Certificates;

// The Coq development wants one set of N free columns: the words have full rank on the others, and the laws' differentials on these. At a point
// where both ranks are full the differentials span what is orthogonal to the words, so the complement of any pivots of the words serves.

/// <summary>Writes a certificate as a file whose theorem Coq checks (coq/README.md).</summary>
public static class CoqExport
{
    // Small moduli are cheap for Coq; a rank is lost modulo p in a few of p cases. The first is 5.
    private const int FirstPrime = 2;
    private const int PrimesTried = 1000;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;
    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => default;

    /// <summary>Writes the certificate of a file that a checker has accepted.</summary>
    /// <param name="certificate">The file.</param>
    /// <param name="writer">Receives the text.</param>
    /// <returns>Null when the text was written; else the reason, in words, why this certificate has no such form.</returns>
    /// <exception cref="System.Text.Json.JsonException">The file is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static string? Write(ReadOnlyMemory<byte> certificate, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return Write(CertificateReader.Read(certificate), writer);
    }

    internal static string? Write(Certificate certificate, TextWriter writer)
    {
        SandwichCertificate? sandwich = certificate is MonomialCertificate monomial ? SpelledOut.Of(monomial) : (SandwichCertificate)certificate;
        if (sandwich is null)
        {
            return $"written out, its monomials have more than {SpelledOut.MaximumFactors.ToString("N0", CultureInfo.InvariantCulture)} factors";
        }

        CertificatePoint point = sandwich.Brackets?.Point ?? sandwich.Laws!.Point;
        if (Columns(sandwich, point) is not ({ } free, var modulus))
        {
            return "its laws and its brackets have full rank at different points, and the Coq development takes one";
        }

        WriteFile(sandwich, point, free, modulus, writer);
        return null;
    }

    // Free columns and a small prime for which both ranks are full at the point; null where there is none.
    private static (int[] Free, uint Modulus)? Columns(SandwichCertificate certificate, CertificatePoint point)
    {
        ImmutableArray<Rational> values = [.. point.Numerators.Select(numerator => new Rational(numerator, point.Denominator))];
        foreach (uint prime in SmallPrimes.First(FirstPrime + PrimesTried)[FirstPrime..].ToArray())
        {
            if (Integer.Modulo(point.Denominator, prime) != 0 && Columns(certificate, EvaluationPoint.At(values, prime)) is { } free)
            {
                return (free, prime);
            }
        }

        return null;
    }

    private static int[]? Columns(SandwichCertificate certificate, EvaluationPoint point)
    {
        int dimension = certificate.Model.Dimension;
        int count = certificate.Count;
        if (certificate.Brackets is { } brackets)
        {
            (int Row, int Column)[] pivots = SparseElimination.Pivots(point.Field, WordValues(certificate.Model, brackets, point));
            if (pivots.Length < dimension - count)
            {
                return null;
            }

            int[] free = [.. Enumerable.Range(0, dimension).Except(pivots.Select(pivot => pivot.Column)).Order()];
            return certificate.Laws is null || LawPivots(certificate.Laws, point, free.ToHashSet()).Length == certificate.Laws.Laws.Length ? free : null;
        }

        int[] columns = LawPivots(certificate.Laws!, point, null);
        return columns.Length == count ? [.. columns.Order()] : null;
    }

    private static int[] LawPivots(LawEvidence evidence, EvaluationPoint point, HashSet<int>? columns)
    {
        IEnumerable<(int[] Coordinates, uint[] Values)> covectors = evidence.Laws.Select(law => law.At(point)).Select(covector =>
        {
            (int Coordinate, uint Value)[] kept = [.. covector.Coordinates.Zip(covector.Values).Where(entry => columns?.Contains(entry.First) != false)];
            return (Array.ConvertAll(kept, entry => entry.Coordinate), Array.ConvertAll(kept, entry => entry.Value));
        });
        return [.. SparseElimination.Pivots(point.Field, LawGradients.Matrix(covectors, point)).Select(pivot => pivot.Column)];
    }

    private static SparseMatrix<uint> WordValues(CertificateModel model, BracketEvidence evidence, EvaluationPoint point)
    {
        ImmutableArray<VectorField<Polynomial<Integer>>> generators = model switch
        {
            GradientModel gradients => [.. gradients.Functions.Select(function => Module.Create(Ring.Gradient(function).Select(part => (part.Variable, part.Derivative))))],
            FieldModel fields => fields.Fields,
            _ => throw new ArgumentException("The model gives no generators.", nameof(model)),
        };
        return BracketValues.AtPoint(generators, evidence.Words, evidence.Rows, point);
    }

    private static void WriteFile(SandwichCertificate certificate, CertificatePoint point, int[] free, uint modulus, TextWriter writer)
    {
        WriteModel(certificate, point, writer);
        if (certificate.Brackets is { } brackets)
        {
            writer.Write($"Definition words : list word := {List(brackets.Words.Select(Word))}.\n");
        }

        writer.Write($"Definition free : list positive := {List(free.Select(column => $"{column + 1}"))}.\n");
        writer.Write($"Definition modulus := {modulus}%Z.\n\n");

        // Laws that are functions have theorems of their own. Where one-forms stand for laws, or structure functions, the words alone bound the
        // number of laws, and what is proved about the forms are identities.
        bool areFunctions = certificate.Structure is null && certificate.Laws?.Laws.All(law => law is PolynomialLaw or RationalLaw) != false;
        if (areFunctions)
        {
            WriteBound(certificate, writer);
            return;
        }

        if (certificate.Brackets is not null)
        {
            WriteBound(certificate with { Laws = null }, writer);
            writer.Write("\n");
        }

        CoqIdentities.Write(certificate, writer);
    }

    private static void WriteModel(SandwichCertificate certificate, CertificatePoint point, TextWriter writer)
    {
        int count = certificate.Count;
        writer.Write($"(* {Comment($"{certificate.Kind.Replace('-', ' ')} {count} independent {(count == 1 ? "law" : "laws")}, by {certificate.Origin.Program}, seed {certificate.Origin.Seed}")}\n");
        foreach (string line in certificate.Origin.Source.Split('\n'))
        {
            writer.Write($"   | {Comment(line.TrimEnd())}\n");
        }

        writer.Write($"   Coordinates: {Comment(string.Join(", ", certificate.Model.Names.Select((variable, place) => $"{place + 1} = {variable}")))} *)\n");
        writer.Write("From ConservationLaws Require Import Certificate.\nOpen Scope positive_scope.\n\n");
        writer.Write($"Definition dimension := {certificate.Model.Dimension}.\n");
        writer.Write($"Definition generators : list generator := {List(Generators(certificate.Model), "\n  ")}.\n");
        writer.Write($"Definition numerators : list Z := {List(point.Numerators.Select(Number))}%Z.\n");
        writer.Write($"Definition denominator := {point.Denominator}.\n");
    }

    // The theorem about the number of laws, by laws that are functions or by words or by both.
    private static void WriteBound(SandwichCertificate certificate, TextWriter writer)
    {
        int count = certificate.Count;
        string kind = certificate.Kind.Replace('-', '_');
        string name = $"{kind}_{count}_{(count == 1 ? "law" : "laws")}";
        bool haveQuotients = certificate.Laws?.Laws.Any(law => law is RationalLaw) == true;
        string statement = haveQuotients ? $"{kind}_near" : kind;
        string data = string.Join(' ', new[] { certificate.Laws is null ? null : "laws", certificate.Brackets is null ? null : "words" }.OfType<string>());
        if (certificate.Laws is { } laws)
        {
            writer.Write($"Definition laws : list {(haveQuotients ? "(polynomial * polynomial)" : "polynomial")} := {List(laws.Laws.Select(law => Function(law, haveQuotients)), "\n  ")}.\n\n");
        }

        writer.Write($"Lemma accepted :\n  check_{statement} dimension generators numerators denominator {data} free modulus = true.\n");
        writer.Write("Proof. by_computation. Qed.\n\n");
        writer.Write($"Theorem {name}_around :\n  around (rational_point numerators denominator) (fun x => {statement} dimension generators x {count}).\n");
        writer.Write($"Proof. exact ({statement}_around accepted). Qed.\n\n");
        writer.Write($"Theorem {name} : {statement} dimension generators (rational_point numerators denominator) {count}.\n");
        writer.Write($"Proof. exact (here {name}_around). Qed.\nPrint Assumptions {name}.\n");
    }

    private static string Function(CertificateLaw law, bool isPair) => law switch
    {
        RationalLaw rational => $"({Polynomial(rational.Numerator)}, {Polynomial(rational.Denominator)})",
        PolynomialLaw polynomial => isPair ? $"({Polynomial(polynomial.Polynomial)}, [term 1 []])" : Polynomial(polynomial.Polynomial),
        _ => throw new ArgumentException("A one-form is no function.", nameof(law)),
    };

    private static IEnumerable<string> Generators(CertificateModel model) => model switch
    {
        GradientModel gradients => gradients.Functions.Select(function => $"Gradient {Polynomial(function)}"),
        FieldModel fields => fields.Fields.Select(field => $"Components {Components(field.Coordinates, field.Coefficients)}"),
        _ => throw new ArgumentException("The model gives no generators.", nameof(model)),
    };

    internal static string Components(ImmutableArray<int> coordinates, ImmutableArray<Polynomial<Integer>> coefficients) =>
        List(coordinates.Zip(coefficients, (coordinate, coefficient) => $"({coordinate + 1}, {Polynomial(coefficient)})"));

    internal static string Polynomial(Polynomial<Integer> polynomial) => List(CertificatePolynomial.OrderedTerms(polynomial).Select(term =>
        $"term {Number(polynomial.Coefficient(term.Term))} {List(term.Variables.Select(variable => $"{variable}"))}"));

    private static string Word(BracketWord word) => word.IsGenerator ? $"Generator {word.Generator}" : $"Bracket {word.Left} {word.Right}";

    private static string Number(Integer value) => value.Sign < 0 ? $"({value})" : value.ToString();

    internal static string List(IEnumerable<string> items, string separator = " ") => $"[{(separator == " " ? "" : separator)}{string.Join(";" + separator, items)}]";

    // Coq reads strings and nested comments inside comments: nothing from outside may open or close one.
    private static string Comment(string text) => text.Replace('"', '\'').Replace("(*", "( *").Replace("*)", "* )");
}
