using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ConservationLaws.Checker.Tests;

/// <summary>Certificates made by hand, in canonical JSON but for the hash, which <see cref="Seal"/> puts in the place of HASH.</summary>
internal static class Certificates
{
    private const string Head = "\"format\":\"claws-certificate/1\",\"program\":\"by hand\",\"seed\":\"1\",\"source\":\"\",\"modelHash\":\"HASH\",";

    /// <summary>φ = x·y: the law x² − y², and the gradient itself.</summary>
    internal const string Product = "{" + Head + """
        "kind":"exactly","scope":"phi","model":{"dimension":2,"names":["x","y"],"phi":[[["1",[1,2]]]]},"count":1,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["-1",[2,2]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","2"]},"modulus":"7","pivots":[1]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["1","2"]},"modulus":"7","words":[0],"pivots":[2]}}
        """;

    /// <summary>φ = U·Vᵀ, two by two: variables U = (1, 2; 3, 4), V = (5, 6; 7, 8). Four gradients and one bracket of them.</summary>
    internal const string Linear = "{" + Head + """
        "kind":"exactly","scope":"phi","model":{"dimension":8,"names":["U[1,1]","U[1,2]","U[2,1]","U[2,2]","V[1,1]","V[1,2]","V[2,1]","V[2,2]"],
        "phi":[[["1",[1,5]],["1",[2,6]]],[["1",[1,7]],["1",[2,8]]],[["1",[3,5]],["1",[4,6]]],[["1",[3,7]],["1",[4,8]]]]},"count":3,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["1",[3,3]],["-1",[5,5]],["-1",[7,7]]]},
        {"class":"polynomial","polynomial":[["1",[1,2]],["1",[3,4]],["-1",[5,6]],["-1",[7,8]]]},
        {"class":"polynomial","polynomial":[["1",[2,2]],["1",[4,4]],["-1",[6,6]],["-1",[8,8]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","2","3","5","7","11","13","17"]},"modulus":"2147483647","pivots":[1,2,4]},
        "words":[0,1,2,3,[0,1]],
        "bracketRank":{"point":{"denominator":"1","numerators":["1","2","3","5","7","11","13","17"]},"modulus":"2147483647","words":[0,1,2,3,4],"pivots":[1,2,3,4,5]}}
        """;

    /// <summary>Two hidden units with a gate: φ = (u₁v₁, u₂v₂).</summary>
    internal const string Gated = "{" + Head + """
        "kind":"exactly","scope":"phi","model":{"dimension":4,"names":["u1","u2","v1","v2"],"phi":[[["1",[1,3]]],[["1",[2,4]]]]},"count":2,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["-1",[3,3]]]},{"class":"polynomial","polynomial":[["1",[2,2]],["-1",[4,4]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","1","1","1"]},"modulus":"3","pivots":[1,2]},
        "words":[1,0],"bracketRank":{"point":{"denominator":"1","numerators":["1","1","1","1"]},"modulus":"3","words":[0,1],"pivots":[4,3]}}
        """;

    /// <summary>Euler's top with inertia such that x' = yz, y' = xz, z' = −2xy.</summary>
    internal const string Top = "{" + Head + """
        "kind":"exactly","scope":"fields","model":{"dimension":3,"fields":[[[1,[["1",[2,3]]]],[2,[["1",[1,3]]]],[3,[["-2",[1,2]]]]]],"names":["x","y","z"]},"count":2,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["1",[2,2]],["1",[3,3]]]},{"class":"polynomial","polynomial":[["1",[1,1]],["-1",[2,2]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","1","1"]},"modulus":"101","pivots":[1,2]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["1","1","1"]},"modulus":"101","words":[0],"pivots":[3]}}
        """;

    /// <summary>The rotation x ∂y − y ∂x.</summary>
    internal const string Rotation = "{" + Head + """
        "kind":"exactly","scope":"fields","model":{"dimension":2,"fields":[[[1,[["-1",[2]]]],[2,[["1",[1]]]]]],"names":["x","y'"]},"count":1,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["1",[2,2]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","0"]},"modulus":"5","pivots":[1]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["1","0"]},"modulus":"5","words":[0],"pivots":[2]}}
        """;

    /// <summary>The field x ∂x of the plane: the law y at the origin, where the field vanishes, and the field at another point.</summary>
    internal const string TwoPoints = "{" + Head + """
        "kind":"exactly","scope":"fields","model":{"dimension":2,"fields":[[[1,[["1",[1]]]]]],"names":["x","y"]},"count":1,
        "laws":[{"class":"polynomial","polynomial":[["1",[2]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["0","0"]},"modulus":"2","pivots":[2]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["1","0"]},"modulus":"2","words":[0],"pivots":[1]}}
        """;

    /// <summary>X = ∂x, Y = ∂y + x ∂z + x² ∂w: at the origin [X, Y] is ∂z and [X, [X, Y]] is 2 ∂w, up to signs, so there are no laws.</summary>
    internal const string Nested = "{" + Head + """
        "kind":"exactly","scope":"fields","model":{"dimension":4,"fields":[[[1,[["1",[]]]]],[[2,[["1",[]]]],[3,[["1",[1]]]],[4,[["1",[1,1]]]]]],"names":["x","y","z","w"]},"count":0,
        "laws":[],"lawRank":{"point":{"denominator":"1","numerators":["0","0","0","0"]},"modulus":"2","pivots":[]},
        "words":[0,1,[0,1],[0,2]],"bracketRank":{"point":{"denominator":"1","numerators":["0","0","0","0"]},"modulus":"9","words":[0,1,2,3],"pivots":[1,2,3,4]}}
        """;

    /// <summary>The upper bound of <see cref="Nested"/> without its last word.</summary>
    internal const string AtMost = "{" + Head + """
        "kind":"at-most","scope":"fields","model":{"dimension":4,"fields":[[[1,[["1",[]]]]],[[2,[["1",[]]]],[3,[["1",[1]]]],[4,[["1",[1,1]]]]]],"names":["x","y","z","w"]},"count":1,
        "words":[0,1,[1,0]],"bracketRank":{"point":{"denominator":"1","numerators":["0","0","0","0"]},"modulus":"2","words":[0,1,2],"pivots":[1,2,3]}}
        """;

    /// <summary>One of the three laws of a product of four variables.</summary>
    internal const string AtLeast = "{" + Head + """
        "kind":"at-least","scope":"phi","model":{"dimension":4,"names":["a","b","c","d"],"phi":[[["-3",[1,2,3,4]]]]},"count":1,
        "laws":[{"class":"polynomial","polynomial":[["5",[2,2]],["-5",[4,4]]]}],
        "lawRank":{"point":{"denominator":"6","numerators":["0","3","1","0"]},"modulus":"7","pivots":[2]}}
        """;

    /// <summary>φ = (x/y², x²z): exponents (1, −2, 0) and (2, 0, 1), the kernel is spanned by (2, 1, −4).</summary>
    internal const string Monomials = "{" + Head + """
        "kind":"monomial","scope":"phi","model":{"dimension":3,"monomials":[[[1,"1"],[2,"-2"]],[[1,"2"],[3,"1"]]],"names":["x","y","z"]},"count":1,
        "kernel":[[[1,"2"],[2,"1"],[3,"-4"]]],"kernelRank":{"modulus":"4","pivots":[2]},"exponentRank":{"modulus":"15","rows":[1,0],"pivots":[3,1]}}
        """;

    /// <summary>A convolution: two hidden units share the weight 1, a third edge has a weight of its own, both outputs the weight 3.</summary>
    internal const string Convolution = "{" + Head + """
        "kind":"monomial","scope":"phi","model":{"dimension":3,"graph":{"edges":[[0,1,1],[0,1,2],[0,2,1],[1,0,3],[2,0,3]],"vertices":2},"names":["w1","w2","u"]},"count":1,
        "kernel":[[[1,"1"],[2,"1"],[3,"-1"]]],"kernelRank":{"modulus":"2","pivots":[3]},"exponentRank":{"modulus":"2","rows":[[0,3],[1,3]],"pivots":[1,2]}}
        """;

    /// <summary>A network 2 → 3 → 1 with gates and biases.</summary>
    internal const string Layers = "{" + Head + """
        "kind":"monomial","scope":"phi","model":{"dimension":13,"layers":[{"bias":false,"units":2},{"bias":true,"units":3},{"bias":true,"units":1}]},"count":3}
        """;

    /// <summary>φ = x² + y²: the angle, a law by the form x dy − y dx.</summary>
    internal const string Angle = "{" + Head + """
        "kind":"exactly","scope":"phi","model":{"dimension":2,"names":["x","y"],"phi":[[["1",[1,1]],["1",[2,2]]]]},"count":1,
        "laws":[{"class":"integrable","form":[[1,[["-1",[2]]]],[2,[["1",[1]]]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","2"]},"modulus":"7","pivots":[1]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["1","2"]},"modulus":"5","words":[0],"pivots":[2]}}
        """;

    /// <summary>φ = V·Vᵀ, V two by three, as the engine writes it: the forms are the products of a row's differential with the cross product of both rows.</summary>
    internal const string Gram = "{" + Head + """
        "kind":"exactly","scope":"phi","model":{"dimension":6,"names":["V[1,1]","V[1,2]","V[1,3]","V[2,1]","V[2,2]","V[2,3]"],
        "phi":[[["1",[1,1]],["1",[2,2]],["1",[3,3]]],[["1",[1,4]],["1",[2,5]],["1",[3,6]]],[["1",[4,4]],["1",[5,5]],["1",[6,6]]]]},"count":2,
        "laws":[{"class":"integrable","form":[[1,[["-1",[2,6]],["1",[3,5]]]],[2,[["1",[1,6]],["-1",[3,4]]]],[3,[["-1",[1,5]],["1",[2,4]]]]]},
        {"class":"integrable","form":[[4,[["-1",[2,6]],["1",[3,5]]]],[5,[["1",[1,6]],["-1",[3,4]]]],[6,[["-1",[1,5]],["1",[2,4]]]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["608340860","800777065","1042606268","477127077","477025591","819151616"]},"modulus":"2147483647","pivots":[1,4]},
        "words":[0,2,1,[0,2]],
        "bracketRank":{"point":{"denominator":"1","numerators":["608340860","800777065","1042606268","477127077","477025591","819151616"]},"modulus":"2147483647","words":[0,1,2,3],"pivots":[1,4,2,5]}}
        """;

    /// <summary>Two rotations of space, and their bracket, the third: the form x dx + y dy + z dz.</summary>
    internal const string Sphere = "{" + Head + """
        "kind":"exactly","scope":"fields","model":{"dimension":3,"fields":[[[2,[["-1",[3]]]],[3,[["1",[2]]]]],[[1,[["1",[3]]]],[3,[["-1",[1]]]]]],"names":["x","y","z"]},"count":1,
        "laws":[{"class":"integrable","form":[[1,[["1",[1]]]],[2,[["1",[2]]]],[3,[["1",[3]]]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","2","3"]},"modulus":"7","pivots":[1]},
        "words":[0,1,[0,1]],"bracketRank":{"point":{"denominator":"1","numerators":["1","2","3"]},"modulus":"7","words":[0,2],"pivots":[2,1]}}
        """;

    /// <summary>X = ∂x, Y = ∂y + x ∂z in four variables: the law w, and the form dz − x dy, which vanishes at X and Y but not at their bracket. So it must be refused.</summary>
    internal const string Contact = "{" + Head + """
        "kind":"exactly","scope":"fields","model":{"dimension":4,"fields":[[[1,[["1",[]]]]],[[2,[["1",[]]]],[3,[["1",[1]]]]]],"names":["x","y","z","w"]},"count":2,
        "laws":[{"class":"polynomial","polynomial":[["1",[4]]]},{"class":"integrable","form":[[2,[["-1",[1]]]],[3,[["1",[]]]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","0","0","0"]},"modulus":"7","pivots":[4,3]},
        "words":[0,1,[0,1]],"bracketRank":{"point":{"denominator":"1","numerators":["1","0","0","0"]},"modulus":"7","words":[0,1],"pivots":[1,2]}}
        """;

    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [nameof(Product)] = Product,
        [nameof(Linear)] = Linear,
        [nameof(Gated)] = Gated,
        [nameof(Top)] = Top,
        [nameof(Rotation)] = Rotation,
        [nameof(TwoPoints)] = TwoPoints,
        [nameof(Nested)] = Nested,
        [nameof(AtMost)] = AtMost,
        [nameof(AtLeast)] = AtLeast,
        [nameof(Monomials)] = Monomials,
        [nameof(Convolution)] = Convolution,
        [nameof(Layers)] = Layers,
        [nameof(Angle)] = Angle,
        [nameof(Gram)] = Gram,
        [nameof(Sphere)] = Sphere,
    };

    /// <summary>The verdict about a certificate whose hash is right.</summary>
    internal static Verdict Check(string certificate) => CertificateChecker.Check(Encoding.UTF8.GetBytes(Seal(certificate)));

    /// <summary>The verdict about a certificate of which one place is changed.</summary>
    internal static Verdict Check(string certificate, string place, string change)
    {
        string text = certificate.Replace("\n", "", StringComparison.Ordinal);
        int at = text.IndexOf(place, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{place} is not in the certificate");
        return Check(text[..at] + change + text[(at + place.Length)..]);
    }

    /// <summary>Puts the hash of the model, whose text must be canonical, in its place; a text that is not JSON stays.</summary>
    internal static string Seal(string certificate)
    {
        string text = certificate.Replace("\n", "", StringComparison.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(text);
            return text.Replace("HASH", document.RootElement.TryGetProperty("model", out JsonElement model) ? Hash(model.GetRawText()) : "", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    internal static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
}
