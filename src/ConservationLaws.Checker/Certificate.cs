using System.Numerics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ConservationLaws.Checker;

/// <summary>A variable and an integer: an exponent, or a coefficient.</summary>
internal readonly record struct Entry(int Variable, BigInteger Value);

/// <summary>An edge of a graph from a vertex to a vertex.</summary>
internal readonly record struct Edge(int From, int To, int Variable);

/// <summary>The rational point numerators / denominator.</summary>
internal sealed record Point(BigInteger Denominator, BigInteger[] Numerators)
{
    /// <summary>The residues of the point.</summary>
    internal uint[] Residues(uint p, string where)
    {
        ulong inverse = ModularArithmetic.Inverse(ModularArithmetic.Residue(Denominator, p), p);
        return inverse != 0
            ? Array.ConvertAll(Numerators, numerator => (uint)(ModularArithmetic.Residue(numerator, p) * inverse % p))
            : throw new Refusal($"{where}: the denominator of the point is no unit modulo {p}");
    }
}

/// <summary>What shows a rank: where, modulo what, which rows (words, monomials or paths), which columns.</summary>
internal sealed record Rank(Point? Point, uint Modulus, int[][] Rows, int[] Pivots);

/// <summary>What the file contains, with everything checked that needs no mathematics.</summary>
internal sealed partial class Certificate
{
    private const int MaximumDimension = 100_000_000;

    private string _form = "";

    internal string Kind { get; private set; } = "";

    internal string Scope { get; private set; } = "";

    internal string ModelHash { get; private set; } = "";

    internal int Dimension { get; private set; }

    internal int Count { get; private set; }

    internal Term[][]? Phi { get; private set; }

    internal Component[][]? Fields { get; private set; }

    internal Entry[][]? Monomials { get; private set; }

    internal Edge[]? Graph { get; private set; }

    internal (int Units, bool Bias)[]? Layers { get; private set; }

    internal Term[][] Laws { get; private set; } = [];

    internal Word[] Words { get; private set; } = [];

    internal Entry[][] Kernel { get; private set; } = [];

    internal Rank LawRank { get; private set; } = null!;

    internal Rank BracketRank { get; private set; } = null!;

    internal Rank KernelRank { get; private set; } = null!;

    internal Rank ExponentRank { get; private set; } = null!;

    /// <summary>Reads a certificate.</summary>
    /// <exception cref="Refusal">It is not written as docs/certificates.md says.</exception>
    internal static Certificate Read(ReadOnlySpan<byte> utf8, Budget budget)
    {
        var json = new StrictJson(utf8, budget);
        var certificate = new Certificate();
        certificate.Read(ref json);
        json.End();
        return certificate;
    }

    private void Read(ref StrictJson json)
    {
        byte[] canonical = [];
        List<(string Name, int Start)> members = json.BeginObject();
        while (json.NextMember(members) is { } member)
        {
            switch (member)
            {
                case "format": Choice(ref json, "claws-certificate/1"); break;
                case "kind": Kind = Choice(ref json, "exactly", "at-least", "at-most", "monomial"); break;
                case "scope": Scope = Choice(ref json, "phi", "fields"); break;
                case "program" or "seed" or "source": json.SkipText(); break;
                case "model":
                    json.StartRecording();
                    ReadModel(ref json);
                    canonical = json.StopRecording();
                    break;
                case "modelHash": ModelHash = json.Text(); break;
                case "count": Count = json.Index(); break;
                case "laws": Laws = json.List("law", ReadLaw); break;
                case "lawRank": LawRank = ReadRank(ref json, "point", "modulus", "pivots"); break;
                case "words": Words = json.List("word", ReadWord); break;
                case "bracketRank": BracketRank = ReadRank(ref json, "point", "modulus", "words", "pivots"); break;
                case "kernel": Kernel = json.List("vector", ReadVector); break;
                case "kernelRank": KernelRank = ReadRank(ref json, "modulus", "pivots"); break;
                case "exponentRank": ExponentRank = ReadRank(ref json, "modulus", "rows", "pivots"); break;
                default: throw json.Unknown(member);
            }
        }

        string[] all = ["format", "kind", "scope", "program", "seed", "source", "model", "modelHash", "count"];
        string[] lower = ["laws", "lawRank"], upper = ["words", "bracketRank"];
        json.Require(members, [.. all, .. (Kind, _form) switch
        {
            ("exactly", _) => [.. lower, .. upper],
            ("at-least", _) => lower,
            ("at-most", _) => upper,
            (_, "layers") => Array.Empty<string>(),
            _ => ["kernel", "kernelRank", "exponentRank"],
        }]);
        Require((_form is "phi" or "fields") == (Kind != "monomial"), $"a model by `{_form}` does not go with the kind `{Kind}`");
        Require(Scope == (_form == "fields" ? "fields" : "phi"), $"a model by `{_form}` does not go with the scope `{Scope}`");
        Require(ModelHash == Convert.ToHexStringLower(SHA256.HashData(canonical)), "the hash of the model is another one");
        Require(Count <= Dimension, $"the count {Count} is above the dimension {Dimension}");
        Require(json.LargestVariable <= Dimension, $"there is no variable {json.LargestVariable}: the dimension is {Dimension}");
        RequireLength(Laws.Length, LawRank is null ? 0 : Count, "laws");
        RequireLength(Kernel.Length, KernelRank is null ? 0 : Count, "vectors of the kernel");
        CheckShape(LawRank, 0, Count, "lawRank");
        CheckShape(BracketRank, Dimension - Count, Dimension - Count, "bracketRank");
        CheckShape(KernelRank, 0, Count, "kernelRank");
        CheckShape(ExponentRank, Dimension - Count, Dimension - Count, "exponentRank");
    }

    private void ReadModel(ref StrictJson json)
    {
        string[] names = [];
        List<(string Name, int Start)> members = json.BeginObject();
        while (json.NextMember(members) is { } member)
        {
            switch (member)
            {
                case "dimension":
                    Dimension = json.Index();
                    Require(Dimension is >= 1 and <= MaximumDimension, "the dimension must be from 1 to 100,000,000");
                    break;
                case "names": names = json.List(static (ref json) => json.Text()); break;
                case "phi": Phi = json.List("polynomial", Polynomials.Read); break;
                case "fields": Fields = json.List("field", Polynomials.ReadField); break;
                case "monomials": Monomials = json.List("monomial", ReadVector); break;
                case "graph": Graph = ReadGraph(ref json); break;
                case "layers": Layers = json.List("layer", ReadLayer); break;
                default: throw json.Unknown(member);
            }

            _form = member is "dimension" or "names" ? _form : member;
        }

        json.Require(members, [.. _form == "layers" ? ["dimension"] : new string[] { "dimension", "names" }, _form == "" ? "phi" : _form]);
        if (_form != "layers")
        {
            RequireLength(names.Length, Dimension, "names");
            Require(names.Distinct().Count() == names.Length, "two variables have the same name");
            foreach (string name in names)
            {
                Require(VariableName().IsMatch(name), "the name of a variable is not written as names are");
            }
        }
    }

    private static Edge[] ReadGraph(ref StrictJson json)
    {
        int vertices = 0;
        Edge[] edges = [];
        List<(string Name, int Start)> members = json.BeginObject();
        while (json.NextMember(members) is { } member)
        {
            switch (member)
            {
                case "vertices": vertices = json.Index(); break;
                case "edges": edges = json.List("edge", ReadEdge); break;
                default: throw json.Unknown(member);
            }
        }

        json.Require(members, "vertices", "edges");
        for (int place = 0; place < edges.Length; place++)
        {
            (int from, int to, _) = edges[place];
            Require(Math.Max(from, to) <= vertices, $"edge {place}: there are {vertices} vertices");
            Require(to == 0 || from < to, $"edge {place}: it goes back");
            Require(place == 0 || edges[place - 1].From <= from, $"edge {place}: the edges are not in order");
        }

        return edges;
    }

    private static Edge ReadEdge(ref StrictJson json)
    {
        json.BeginArray();
        json.Item("the start of an edge");
        int from = json.Index();
        json.Item("the end of an edge");
        int to = json.Index();
        json.Item("the variable of an edge");
        var edge = new Edge(from, to, json.Variable());
        json.EndArray();
        return edge;
    }

    private static (int Units, bool Bias) ReadLayer(ref StrictJson json)
    {
        (int units, bool bias) = (0, false);
        List<(string Name, int Start)> members = json.BeginObject();
        while (json.NextMember(members) is { } member)
        {
            switch (member)
            {
                case "units": units = json.Index(); break;
                case "bias": bias = json.Boolean(); break;
                default: throw json.Unknown(member);
            }
        }

        json.Require(members, "units", "bias");
        return units > 0 ? (units, bias) : throw json.Refuse("a layer has no units");
    }

    private static Term[] ReadLaw(ref StrictJson json)
    {
        Term[] law = [];
        List<(string Name, int Start)> members = json.BeginObject();
        while (json.NextMember(members) is { } member)
        {
            switch (member)
            {
                case "class": Choice(ref json, "polynomial"); break;
                case "polynomial": law = Polynomials.Read(ref json); break;
                default: throw json.Unknown(member);
            }
        }

        json.Require(members, "class", "polynomial");
        return law;
    }

    private static Word ReadWord(ref StrictJson json)
    {
        if (json.IsNumber)
        {
            return new Word(json.Index(), -1);
        }

        int[] pair = json.Indices();
        return pair.Length == 2 ? new Word(pair[0], pair[1]) : throw json.Refuse("a bracket has two entries");
    }

    private static Entry[] ReadVector(ref StrictJson json)
    {
        Entry[] vector = json.List(static (ref json) =>
        {
            json.BeginArray();
            json.Item("a variable");
            int variable = json.Variable();
            json.Item("an integer");
            var entry = new Entry(variable, json.Integer());
            json.EndArray();
            return entry.Value.IsZero ? throw json.Refuse($"the entry of variable {variable} is zero") : entry;
        });
        Polynomials.RequireAscending(vector.Select(entry => entry.Variable), json);
        return vector;
    }

    private static Rank ReadRank(ref StrictJson json, params ReadOnlySpan<string> expected)
    {
        Point? point = null;
        BigInteger modulus = 0;
        int[][] rows = [];
        int[] pivots = [];
        List<(string Name, int Start)> members = json.BeginObject();
        while (json.NextMember(members) is { } member)
        {
            switch (member)
            {
                case "point": point = ReadPoint(ref json); break;
                case "modulus": modulus = json.Integer(); break;
                case "words": rows = json.List(static (ref json) => new[] { json.Index() }); break;
                case "rows": rows = json.List("row", static (ref json) => json.IsNumber ? [-1, json.Index()] : json.Indices()); break;
                case "pivots": pivots = json.Variables(); break;
                default: throw json.Unknown(member);
            }
        }

        json.Require(members, expected);
        return modulus >= 2 && modulus <= int.MaxValue ? new Rank(point, (uint)modulus, rows, pivots) : throw json.Refuse("the modulus must be from 2 to 2^31 - 1");
    }

    private static Point ReadPoint(ref StrictJson json)
    {
        BigInteger denominator = 0;
        BigInteger[] numerators = [];
        List<(string Name, int Start)> members = json.BeginObject();
        while (json.NextMember(members) is { } member)
        {
            switch (member)
            {
                case "denominator": denominator = json.Integer(); break;
                case "numerators": numerators = json.List(static (ref json) => json.Integer()); break;
                default: throw json.Unknown(member);
            }
        }

        json.Require(members, "denominator", "numerators");
        return denominator.Sign > 0 ? new Point(denominator, numerators) : throw json.Refuse("the denominator of a point must be positive");
    }

    private static string Choice(ref StrictJson json, params ReadOnlySpan<string> choices)
    {
        string text = json.Text();
        return choices.Contains(text) ? text : throw json.Refuse($"expected: {string.Join(", ", choices!)}");
    }

    private void CheckShape(Rank? rank, int rows, int pivots, string where)
    {
        if (rank is not null)
        {
            RequireLength(rank.Rows.Length, rows, $"rows of {where}");
            RequireLength(rank.Pivots.Length, pivots, $"pivots of {where}");
            RequireLength(rank.Point?.Numerators.Length ?? Dimension, Dimension, $"numerators of {where}");
        }
    }

    private static void RequireLength(int length, int expected, string what) => Require(length == expected, $"{length} {what}, expected {expected}");

    private static void Require(bool condition, string reason)
    {
        if (!condition)
        {
            throw new Refusal(reason);
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*'?(\[[0-9]+(,[0-9]+)*\])?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();
}
