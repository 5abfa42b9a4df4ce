using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConservationLaws.Checker;

/// <summary>The model of a certificate.</summary>
/// <param name="Dimension">The number D of variables.</param>
/// <param name="Form">The member that gives the generators.</param>
/// <param name="Generators">Its value.</param>
/// <param name="Hash">SHA-256 of the model's canonical JSON.</param>
internal sealed partial record Model(int Dimension, string Form, JsonElement Generators, string Hash)
{
    private const int MaximumDimension = 100_000_000;

    /// <summary>Whether φ consists of monomials, so that the kind is <c>monomial</c>.</summary>
    internal bool IsMonomial => Form is not ("phi" or "fields");

    internal static Model Read(JsonElement value)
    {
        string form = value.Choice("phi", "fields", "monomials", "graph", "layers");
        bool hasNames = form != "layers";
        JsonElement[] members = value.Members("model", hasNames ? ["dimension", form, "names"] : ["dimension", form]);
        int dimension = members[0].Index("dimension", 1, MaximumDimension);
        if (hasNames)
        {
            string[] names = members[2].List("names", "name", (name, where) => name.Text(where));
            Refusal.Unless(names.Length == dimension, "names", $"there are {names.Length} for dimension {dimension}");
            Refusal.Unless(names.Distinct().Count() == names.Length, "names", "a name occurs twice");
            Refusal.Unless(Array.TrueForAll(names, VariableName().IsMatch), "names", "a name is not written as names are");
        }

        return new Model(dimension, form, members[1], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.Canonical()))));
    }

    /// <summary>The generators of a model by <c>phi</c> or <c>fields</c>.</summary>
    internal Component[][] ReadFields(Budget budget) => Form == "fields"
        ? Generators.List(Form, "field", (item, where) => Polynomials.ReadField(item, where, Dimension))
        : Generators.List(Form, "phi", (item, where) => Polynomials.Gradient(Polynomials.Read(item, where, Dimension), budget));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*'?(\[[0-9]+(,[0-9]+)*\])?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();
}
