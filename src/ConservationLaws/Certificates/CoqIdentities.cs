using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>The part of a Coq file about one-forms in the place of laws and about structure functions: identities at every real point (coq/Identities.v).</summary>
internal static class CoqIdentities
{
    /// <summary>Writes definitions, computations and theorems; the model, the words and the free columns stand before them.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="writer">Receives the text.</param>
    internal static void Write(SandwichCertificate certificate, TextWriter writer)
    {
        // A lower bound alone has no words.
        string words = certificate.Brackets is null ? "[]" : "words";
        string rows = string.Join("; ", certificate.Brackets?.Rows ?? []);
        writer.Write($"Definition chosen : list N := [{rows}]%N.\n");
        if (certificate.Laws is { Laws: { IsEmpty: false } laws })
        {
            int count = laws.Length;
            string name = $"{count}_{(count == 1 ? "law" : "laws")}";
            writer.Write($"Definition laws : list law_evidence := {CoqExport.List(laws.Select(Law), "\n  ")}.\n\n");
            writer.Write($"Lemma accepted_identities : check_law_identities dimension generators {words} chosen laws = true.\nProof. by_computation. Qed.\n\n");
            writer.Write($"Theorem identities_of_{name} :\n  forall x, law_identities dimension generators (chosen_fields generators {words} chosen) [] laws x.\n");
            writer.Write("Proof. exact (laws_everywhere accepted_identities). Qed.\n\n");
            writer.Write("Lemma accepted_forms :\n  check_forms dimension generators numerators denominator (map law_form laws) free modulus = true.\nProof. by_computation. Qed.\n\n");
            writer.Write($"Theorem independence_of_{name} :\n  around (rational_point numerators denominator)\n    (fun x => independent dimension (map (fun e => form_at (law_form e) x) laws)).\n");
            writer.Write($"Proof. exact (forms_independent_around accepted_forms). Qed.\nPrint Assumptions identities_of_{name}.\n");
        }

        if (certificate is { Structure: { } structure, Brackets: { } brackets })
        {
            writer.Write($"\nDefinition structure : list combination_of_fields := {CoqExport.List(Combinations(structure, Signs(brackets)), "\n  ")}.\n\n");
            writer.Write("Lemma accepted_structure : check_structure_identities generators words chosen structure = true.\nProof. by_computation. Qed.\n\n");
            writer.Write("Theorem closed_under_brackets :\n  forall x, structure_identities generators (chosen_fields generators words chosen) structure x.\n");
            writer.Write("Proof. exact (structure_everywhere accepted_structure). Qed.\nPrint Assumptions closed_under_brackets.\n");
        }
    }

    private static string Law(CertificateLaw law) => law switch
    {
        PolynomialLaw polynomial => $"Polynomial_law {CoqExport.Polynomial(polynomial.Polynomial)}",
        RationalLaw rational => $"Rational_law {CoqExport.Polynomial(rational.Numerator)} {CoqExport.Polynomial(rational.Denominator)}",
        ClosedLaw closed => $"Closed_form {Components(closed)} {CoqExport.Polynomial(closed.Denominator)}",
        SolvableLaw solvable => $"Solvable_form {Components(solvable)} {CoqExport.Polynomial(solvable.Denominator)} "
            + CoqExport.List(solvable.Kernel.Select(field => CoqExport.Components(field.Coordinates, field.Coefficients))),
        FormOfLaw form => $"Integrable_form {Components(form)}",
        _ => throw new ArgumentException("The class of the law is not known.", nameof(law)),
    };

    private static string Components(FormOfLaw law) => CoqExport.Components(law.Form.Coordinates, law.Form.Coefficients);

    // Brackets have the other sign there, [Y, Z] = dZ·Y − dY·Z, so a word has the sign of the number of brackets in it.
    private static int[] Signs(BracketEvidence brackets)
    {
        int[] ofWords = new int[brackets.Words.Length];
        for (int place = 0; place < ofWords.Length; place++)
        {
            BracketWord word = brackets.Words[place];
            ofWords[place] = word.IsGenerator ? 1 : -ofWords[word.Left] * ofWords[word.Right];
        }

        return [.. brackets.Rows.Select(row => ofWords[row])];
    }

    private static IEnumerable<string> Combinations(StructureFunctions structure, int[] signs)
    {
        foreach (Combination combination in structure.Generators)
        {
            yield return Spell(combination, 1);
        }

        foreach (ImmutableArray<Combination> brackets in structure.Brackets)
        {
            foreach ((int place, Combination combination) in brackets.Index())
            {
                yield return Spell(combination, -signs[place]);
            }
        }

        string Spell(Combination combination, int sign) =>
            $"Combination {CoqExport.Polynomial(combination.Denominator)} "
            + CoqExport.List(combination.Terms.Select(term => $"weight {term.Field} {CoqExport.Polynomial(sign * signs[term.Field] < 0 ? -term.Coefficient : term.Coefficient)}"));
    }
}
