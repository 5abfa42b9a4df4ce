namespace ConservationLaws.Checker.Tests;

/// <summary>Certificates by hand with laws that are no polynomials, and with structure functions.</summary>
internal static class FormCertificates
{
    /// <summary>x ∂x + y ∂y: the law y/x.</summary>
    internal const string Quotient = """
        {"format":"claws-certificate/1","kind":"exactly","scope":"fields","program":"by hand","seed":"1","source":"",
        "model":{"dimension":2,"fields":[[[1,[["1",[1]]]],[2,[["1",[2]]]]]],"names":["x","y"]},"count":1,
        "laws":[{"class":"rational","numerator":[["1",[2]]],"denominator":[["1",[1]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["2","1"]},"modulus":"1000003","pivots":[1]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["1","0"]},"modulus":"1000003","pivots":[1],
        "words":[0]},"modelHash":"HASH"}
        """;

    /// <summary>φ = 2x + y²: the form dy/y − dx, of the law log y − x.</summary>
    internal const string Logarithm = """
        {"format":"claws-certificate/1","kind":"exactly","scope":"phi","program":"by hand","seed":"1","source":"",
        "model":{"dimension":2,"names":["x","y"],"phi":[[["2",[1]],["1",[2,2]]]]},"count":1,
        "laws":[{"class":"closed","form":[[1,[["-1",[2]]]],[2,[["1",[]]]]],"denominator":[["1",[2]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["0","1"]},"modulus":"1000003","pivots":[1]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["0","0"]},"modulus":"1000003","pivots":[1],
        "words":[0]},"modelHash":"HASH"}
        """;

    /// <summary>The same form as a lower bound alone.</summary>
    internal const string HalfLogarithm = """
        {"format":"claws-certificate/1","kind":"at-least","scope":"phi","program":"by hand","seed":"1","source":"",
        "model":{"dimension":2,"names":["x","y"],"phi":[[["2",[1]],["1",[2,2]]]]},"count":1,
        "laws":[{"class":"closed","form":[[1,[["-1",[2]]]],[2,[["1",[]]]]],"denominator":[["1",[2]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["0","1"]},"modulus":"1000003","pivots":[1]},"modelHash":"HASH"}
        """;

    /// <summary>φ = uv + wz in the metric diag(u, v, w, z): laws a = u − v and b = w − z, and the form b(du/u − dv/v) − a(dw/w − dz/z), closed where these are constant.</summary>
    internal const string Products = """
        {"format":"claws-certificate/1","kind":"exactly","scope":"fields","program":"by hand","seed":"1","source":"",
        "model":{"dimension":4,"fields":[[[1,[["1",[1,2]]]],[2,[["1",[1,2]]]],[3,[["1",[3,4]]]],[4,[["1",[3,4]]]]]],"names":["x","y","z","w"]},"count":3,
        "laws":[{"class":"polynomial","polynomial":[["1",[1]],["-1",[2]]]},
        {"class":"polynomial","polynomial":[["1",[3]],["-1",[4]]]},
        {"class":"solvable","form":[[1,[["1",[2,3,3,4]],["-1",[2,3,4,4]]]],[2,[["-1",[1,3,3,4]],["1",[1,3,4,4]]]],[3,[["-1",[1,1,2,4]],["1",[1,2,2,4]]]],[4,[["1",[1,1,2,3]],["-1",[1,2,2,3]]]]],
        "denominator":[["1",[1,2,3,4]]],
        "kernel":[[[1,[["1",[]]]],[2,[["1",[]]]]],[[3,[["1",[]]]],[4,[["1",[]]]]]],"kernelPivots":[1,3]}],
        "lawRank":{"point":{"denominator":"1","numerators":["2","1","3","1"]},"modulus":"1000003","pivots":[1,3,2]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["2","1","3","1"]},"modulus":"1000003","pivots":[1],
        "words":[0]},"modelHash":"HASH"}
        """;

    /// <summary>Two rotations X, Y of space: z·[X, Y] = −x·X − y·Y. No law is listed.</summary>
    internal const string Rotations = """
        {"format":"claws-certificate/1","kind":"exactly","scope":"fields","program":"by hand","seed":"1","source":"",
        "model":{"dimension":3,"fields":[[[2,[["-1",[3]]]],[3,[["1",[2]]]]],[[1,[["1",[3]]]],[3,[["-1",[1]]]]]],"names":["x","y","z"]},"count":1,
        "laws":[],
        "lawRank":{"point":{"denominator":"1","numerators":["1","2","3"]},"modulus":"1000003","pivots":[]},
        "words":[0,1],"bracketRank":{"point":{"denominator":"1","numerators":["1","2","3"]},"modulus":"1000003","pivots":[2,1],
        "words":[0,1]},
        "structure":{"generators":[{"denominator":[["1",[]]],"terms":[[0,[["1",[]]]]]},{"denominator":[["1",[]]],"terms":[[1,[["1",[]]]]]}],
        "brackets":[[{"denominator":[["1",[]]],"terms":[]},{"denominator":[["1",[3]]],"terms":[[0,[["-1",[1]]]],[1,[["-1",[2]]]]]}],[{"denominator":[["1",[3]]],"terms":[[0,[["1",[1]]]],[1,[["1",[2]]]]]},{"denominator":[["1",[]]],"terms":[]}]]},"modelHash":"HASH"}
        """;

    /// <summary>The same with the law x² + y² + z².</summary>
    internal const string SphereByStructure = """
        {"format":"claws-certificate/1","kind":"exactly","scope":"fields","program":"by hand","seed":"1","source":"",
        "model":{"dimension":3,"fields":[[[2,[["-1",[3]]]],[3,[["1",[2]]]]],[[1,[["1",[3]]]],[3,[["-1",[1]]]]]],"names":["x","y","z"]},"count":1,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["1",[2,2]],["1",[3,3]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","2","3"]},"modulus":"1000003","pivots":[1]},
        "words":[0,1],"bracketRank":{"point":{"denominator":"1","numerators":["1","2","3"]},"modulus":"1000003","pivots":[2,1],
        "words":[0,1]},
        "structure":{"generators":[{"denominator":[["1",[]]],"terms":[[0,[["1",[]]]]]},{"denominator":[["1",[]]],"terms":[[1,[["1",[]]]]]}],
        "brackets":[[{"denominator":[["1",[]]],"terms":[]},{"denominator":[["1",[3]]],"terms":[[0,[["-1",[1]]]],[1,[["-1",[2]]]]]}],[{"denominator":[["1",[3]]],"terms":[[0,[["1",[1]]]],[1,[["1",[2]]]]]},{"denominator":[["1",[]]],"terms":[]}]]},"modelHash":"HASH"}
        """;

    /// <summary>The field 0 on the line: no word is needed.</summary>
    internal const string ZeroField = """
        {"format":"claws-certificate/1","kind":"exactly","scope":"fields","program":"by hand","seed":"1","source":"",
        "model":{"dimension":1,"fields":[[]],"names":["x"]},"count":1,
        "laws":[],
        "lawRank":{"point":{"denominator":"1","numerators":["0"]},"modulus":"1000003","pivots":[]},
        "words":[],"bracketRank":{"point":{"denominator":"1","numerators":["0"]},"modulus":"1000003","pivots":[],
        "words":[]},
        "structure":{"generators":[{"denominator":[["1",[]]],"terms":[]}],
        "brackets":[[]]},"modelHash":"HASH"}
        """;

    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [nameof(Quotient)] = Quotient,
        [nameof(Logarithm)] = Logarithm,
        [nameof(HalfLogarithm)] = HalfLogarithm,
        [nameof(Products)] = Products,
        [nameof(Rotations)] = Rotations,
        [nameof(SphereByStructure)] = SphereByStructure,
        [nameof(ZeroField)] = ZeroField,
    };
}
