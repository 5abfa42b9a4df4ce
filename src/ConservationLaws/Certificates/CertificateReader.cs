using System.Collections.Immutable;
using System.Text.Json;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models.Networks;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>Reads certificates back, to export them. It checks nothing: that is the checkers' part.</summary>
internal static class CertificateReader
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;
    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => default;

    private static OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Forms => default;

    /// <summary>Reads a certificate that a checker has accepted.</summary>
    /// <param name="utf8">The file.</param>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    internal static Certificate Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        JsonElement root = document.RootElement;
        CertificateModel model = Model(root.GetProperty("model"));
        string scope = Text(root, "scope");
        var origin = new CertificateOrigin(Text(root, "program"), ulong.Parse(Text(root, "seed")), Text(root, "source"));
        int count = root.GetProperty("count").GetInt32();
        CertificateNetwork? network = root.TryGetProperty("network", out JsonElement given) ? CertificateNetworks.Read(given) : null;
        return Text(root, "kind") == "monomial"
            ? new MonomialCertificate
            {
                Scope = scope,
                Origin = origin,
                Model = model,
                Count = count,
                Network = network,
                Evidence = root.TryGetProperty("kernel", out JsonElement kernel) ? Exponents(kernel, root) : null,
            }
            : new SandwichCertificate
            {
                Scope = scope,
                Origin = origin,
                Model = model,
                Count = count,
                Network = network,
                Laws = root.TryGetProperty("lawRank", out JsonElement lawRank) ? Laws(root.GetProperty("laws"), lawRank) : null,
                Brackets = root.TryGetProperty("bracketRank", out JsonElement bracketRank) ? Brackets(root.GetProperty("words"), bracketRank) : null,
                Structure = root.TryGetProperty("structure", out JsonElement structure) ? Structure(structure) : null,
            };
    }

    private static CertificateModel Model(JsonElement model)
    {
        int dimension = model.GetProperty("dimension").GetInt32();
        ImmutableArray<string> names = model.TryGetProperty("names", out JsonElement given) ? Items(given, name => name.GetString()!) : [];
        if (model.TryGetProperty("phi", out JsonElement functions))
        {
            return new GradientModel(dimension, names, Items(functions, Polynomial));
        }

        if (model.TryGetProperty("fields", out JsonElement fields))
        {
            return new FieldModel(dimension, names, Items(fields, field => Module.Create(Components(field))));
        }

        if (model.TryGetProperty("monomials", out JsonElement monomials))
        {
            return new MonomialModel(dimension, names, Items(monomials, monomial => Items(monomial, factor => (Place(factor[0]), int.Parse(factor[1].GetString()!)))));
        }

        if (model.TryGetProperty("graph", out JsonElement graph))
        {
            return new PathModel(
                dimension,
                names,
                graph.GetProperty("vertices").GetInt32(),
                Items(graph.GetProperty("edges"), edge => new PathGraph.Edge(edge[0].GetInt32(), edge[1].GetInt32(), Place(edge[2]))));
        }

        return new LayeredPaths(dimension, Items(model.GetProperty("layers"), layer => (layer.GetProperty("units").GetInt32(), layer.GetProperty("bias").GetBoolean())));
    }

    private static LawEvidence Laws(JsonElement laws, JsonElement rank) => new(
        Items(laws, Law), Point(rank), Modulus(rank), Pivots(rank));

    private static CertificateLaw Law(JsonElement law) => Text(law, "class") switch
    {
        "polynomial" => new PolynomialLaw(Polynomial(law.GetProperty("polynomial"))),
        "rational" => new RationalLaw(Polynomial(law.GetProperty("numerator")), Polynomial(law.GetProperty("denominator"))),
        "closed" => new ClosedLaw(Form(law), Polynomial(law.GetProperty("denominator"))),
        "solvable" => new SolvableLaw(
            Form(law),
            Polynomial(law.GetProperty("denominator")),
            Items(law.GetProperty("kernel"), field => Module.Create(Components(field))),
            Items(law.GetProperty("kernelPivots"), Place)),
        _ => new IntegrableLaw(Form(law)),
    };

    private static OneForm<Polynomial<Integer>> Form(JsonElement law) => Forms.Create(Components(law.GetProperty("form")));

    private static StructureFunctions Structure(JsonElement structure) => new(
        Items(structure.GetProperty("generators"), Combination),
        Items(structure.GetProperty("brackets"), brackets => Items(brackets, Combination)));

    private static Combination Combination(JsonElement combination) => new(
        Polynomial(combination.GetProperty("denominator")),
        Items(combination.GetProperty("terms"), term => (term[0].GetInt32(), Polynomial(term[1]))));

    private static ImmutableArray<(int Coordinate, Polynomial<Integer> Coefficient)> Components(JsonElement parts) =>
        Items(parts, part => (Place(part[0]), Polynomial(part[1])));

    private static BracketEvidence Brackets(JsonElement words, JsonElement rank) => new(
        Items(words, word => word.ValueKind == JsonValueKind.Number
            ? BracketWord.OfGenerator(word.GetInt32())
            : BracketWord.OfBracket(word[0].GetInt32(), word[1].GetInt32())),
        Point(rank),
        Modulus(rank),
        Items(rank.GetProperty("words"), word => word.GetInt32()),
        Pivots(rank));

    private static ExponentEvidence Exponents(JsonElement kernel, JsonElement root)
    {
        JsonElement kernelRank = root.GetProperty("kernelRank");
        JsonElement rank = root.GetProperty("exponentRank");
        return new ExponentEvidence(
            Items(kernel, vector => Items(vector, entry => (Place(entry[0]), Number(entry[1])))),
            Modulus(kernelRank),
            Pivots(kernelRank),
            Items(rank.GetProperty("rows"), row => row.ValueKind == JsonValueKind.Number ? [row.GetInt32()] : Items(row, edge => edge.GetInt32())),
            Modulus(rank),
            Pivots(rank));
    }

    private static Polynomial<Integer> Polynomial(JsonElement terms) => Ring.FromTerms(terms.EnumerateArray().Select(term => (
        Number(term[0]), Monomial.Create([.. term[1].EnumerateArray().GroupBy(Place, (variable, places) => (variable, places.Count()))]))));

    internal static CertificatePoint Point(JsonElement rank)
    {
        JsonElement point = rank.GetProperty("point");
        return new CertificatePoint(Number(point.GetProperty("denominator")), Items(point.GetProperty("numerators"), Number));
    }

    internal static uint Modulus(JsonElement rank) => uint.Parse(Text(rank, "modulus"));

    internal static ImmutableArray<int> Pivots(JsonElement rank) => Items(rank.GetProperty("pivots"), Place);

    private static int Place(JsonElement variable) => variable.GetInt32() - 1;

    internal static Integer Number(JsonElement text) => Integer.Parse(text.GetString());

    internal static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString()!;

    internal static ImmutableArray<T> Items<T>(JsonElement array, Func<JsonElement, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>(array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray())
        {
            items.Add(read(item));
        }

        return items.MoveToImmutable();
    }
}
