using System.Globalization;

namespace ConservationLaws.Checker.Tests;

/// <summary>Certificates with scope network, made by hand.</summary>
internal static class NetworkCertificates
{
    private const string Gates = """
        "layers":[{"kind":"dense","units":2,"activation":"relu","bias":true},{"kind":"dense","units":1,"activation":"linear","bias":true}],
        "inputs":[["3","1"],["1","3"],["2","1"],["1","4"],["-3","-9"],["-2","-7"],["-5","-3"]],"modulus":"1000003","input":[2],
        "rows":[[0,0],[1,0],[2,0],[3,0],[4,0],[5,0],[6,0]],"pivots":[1,2,3,4,5,6,9]
        """;

    private const string Start = "{\"format\":\"claws-certificate/1\",\"program\":\"by hand\",\"seed\":\"1\",\"source\":\"\",\"modelHash\":\"HASH\",\"scope\":\"network\",";

    /// <summary>1 → 1 → 1, linear, at (1/2, 3): the product of the weights.</summary>
    internal const string Chain = Start + """
        "kind":"exactly","model":{"dimension":2,"names":["u","v"],"phi":[[["1",[1,2]]]]},"count":1,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["-1",[2,2]]]}],
        "lawRank":{"point":{"denominator":"2","numerators":["1","6"]},"modulus":"7","pivots":[1]},
        "words":[0],"bracketRank":{"point":{"denominator":"1","numerators":["1","2"]},"modulus":"7","words":[0],"pivots":[2]},
        "network":{"input":[1],"layers":[{"kind":"dense","units":1,"activation":"linear","bias":false},{"kind":"dense","units":1,"activation":"linear","bias":false}],
        "point":{"denominator":"2","numerators":["1","6"]},"inputs":[["5"]],"modulus":"11","rows":[[0,0]],"pivots":[1]}}
        """;

    /// <summary>2 → 2 → 1, linear: 3 laws and 3 brackets of 2 functions, so 2 rows are enough.</summary>
    internal const string Linear = Start + """
        "kind":"exactly","model":{"dimension":6,"names":["u11","u12","u21","u22","v1","v2"],"phi":[[["1",[1,5]],["1",[3,6]]],[["1",[2,5]],["1",[4,6]]]]},"count":3,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["1",[2,2]],["-1",[5,5]]]},
        {"class":"polynomial","polynomial":[["1",[1,3]],["1",[2,4]],["-1",[5,6]]]},
        {"class":"polynomial","polynomial":[["1",[3,3]],["1",[4,4]],["-1",[6,6]]]}],
        "lawRank":{"point":{"denominator":"1","numerators":["1","2","3","5","7","11"]},"modulus":"1000003","pivots":[1,2,3]},
        "words":[0,1,[0,1]],"bracketRank":{"point":{"denominator":"1","numerators":["1","2","3","5","7","11"]},"modulus":"1000003","words":[0,1,2],"pivots":[1,2,3]},
        "network":{"input":[2],"layers":[{"kind":"dense","units":2,"activation":"linear","bias":false},{"kind":"dense","units":1,"activation":"linear","bias":false}],
        "point":{"denominator":"1","numerators":["1","2","3","5","7","11"]},"inputs":[["1","0"],["0","1"]],"modulus":"1000003","rows":[[0,0],[1,0]],"pivots":[1,2]}}
        """;

    /// <summary>2 → 2 → 1 with gates and biases; at the inputs each unit is closed at least once.</summary>
    internal const string Gated = Start + """
        "kind":"monomial","model":{"dimension":9,"layers":[{"bias":false,"units":2},{"bias":true,"units":2},{"bias":true,"units":1}]},"count":2,
        "network":{"point":{"denominator":"1","numerators":["1","1","1","-1","1","1","2","3","5"]},
        """ + Gates + "}}";

    /// <summary>The same by its products along paths, at half the point.</summary>
    internal const string GatedByPaths = Start + """
        "kind":"exactly","model":{"dimension":9,"names":["u11","u12","u21","u22","b1","b2","v1","v2","c"],
        "phi":[[["1",[1,7]]],[["1",[2,7]]],[["1",[3,8]]],[["1",[4,8]]],[["1",[5,7]]],[["1",[6,8]]],[["1",[9]]]]},"count":2,
        "laws":[{"class":"polynomial","polynomial":[["1",[1,1]],["1",[2,2]],["1",[5,5]],["-1",[7,7]]]},
        {"class":"polynomial","polynomial":[["1",[3,3]],["1",[4,4]],["1",[6,6]],["-1",[8,8]]]}],
        "lawRank":{"point":{"numerators":["1","1","1","-1","1","1","2","3","5"],"denominator":"2"},"modulus":"1000003","pivots":[1,3]},
        "words":[0,1,2,3,4,5,6],
        "bracketRank":{"point":{"denominator":"1","numerators":["1","1","1","1","1","1","1","1","1"]},"modulus":"1000003","words":[0,1,2,3,4,5,6],"pivots":[1,2,3,4,5,6,9]},
        "network":{"point":{"denominator":"2","numerators":["1","1","1","-1","1","1","2","3","5"]},
        """ + Gates + "}}";

    /// <summary>v (u·x)², one square unit.</summary>
    internal const string Square = Start + """
        "kind":"monomial","model":{"dimension":3,"monomials":[[[1,"2"],[3,"1"]],[[1,"1"],[2,"1"],[3,"1"]]],"names":["u1","u2","v"]},"count":1,
        "kernel":[[[1,"1"],[2,"1"],[3,"-2"]]],"kernelRank":{"modulus":"7","pivots":[1]},"exponentRank":{"modulus":"7","rows":[0,1],"pivots":[1,2]},
        "network":{"input":[2],"layers":[{"kind":"dense","units":1,"activation":"square","bias":false},{"kind":"dense","units":1,"activation":"linear","bias":false}],
        "point":{"denominator":"1","numerators":["1","2","3"]},"inputs":[["1","0"],["1","1"]],"modulus":"1000003","rows":[[0,0],[1,0]],"pivots":[1,2]}}
        """;

    /// <summary>A kernel of two taps in front of two gates, and two weights.</summary>
    internal const string Convolution = Start + """
        "kind":"monomial","model":{"dimension":4,"graph":{"edges":[[0,1,1],[0,1,2],[0,2,1],[0,2,2],[1,0,3],[2,0,4]],"vertices":2},"names":["w1","w2","v1","v2"]},"count":1,
        "kernel":[[[1,"1"],[2,"1"],[3,"-1"],[4,"-1"]]],"kernelRank":{"modulus":"7","pivots":[1]},"exponentRank":{"modulus":"7","rows":[[0,4],[1,4],[3,5]],"pivots":[3,2,4]},
        "network":{"input":[1,3],"layers":[{"kind":"conv","channels":1,"kernel":[2],"stride":1,"padding":0,"activation":"relu","bias":false},
        {"kind":"dense","units":1,"activation":"linear","bias":false}],
        "point":{"denominator":"1","numerators":["1","-2","3","5"]},"inputs":[["3","1","0"],["9","2","3"],["1","3","1"]],"modulus":"1000003","rows":[[0,0],[1,0],[2,0]],"pivots":[1,2,3]}}
        """;

    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [nameof(Chain)] = Chain,
        [nameof(Linear)] = Linear,
        [nameof(Gated)] = Gated,
        [nameof(GatedByPaths)] = GatedByPaths,
        [nameof(Square)] = Square,
        [nameof(Convolution)] = Convolution,
    };

    /// <summary>A certificate of D − 1 laws that is accepted when the derivative of an output by a variable is a unit; its map is θ₁, whatever the network.</summary>
    internal static string OneDerivative(string input, string layers, string[] point, string[] signal, int output, int variable, long modulus, int denominator = 1)
    {
        string Join(Func<int, string> text) => string.Join(",", Enumerable.Range(2, point.Length - 1).Select(text));
        string names = string.Join(",", point.Select((_, place) => $"\"x{place}\""));
        string start = $"\"kind\":\"monomial\",\"model\":{{\"dimension\":{point.Length},\"monomials\":[[[1,\"1\"]]],\"names\":[{names}]}},\"count\":{point.Length - 1},";
        string kernel = $"\"kernel\":[{Join(k => $"[[{k},\"1\"]]")}],\"kernelRank\":{{\"modulus\":\"2\",\"pivots\":[{Join(k => k.ToString(CultureInfo.InvariantCulture))}]}},";
        string rank = "\"exponentRank\":{\"modulus\":\"2\",\"rows\":[0],\"pivots\":[1]},";
        string places = $"\"point\":{{\"denominator\":\"{denominator}\",\"numerators\":[{Quote(point)}]}},\"inputs\":[[{Quote(signal)}]],\"modulus\":\"{modulus}\",\"rows\":[[0,{output}]],\"pivots\":[{variable}]";
        return $"{Start}{start}{kernel}{rank}\"network\":{{\"input\":[{input}],\"layers\":[{layers}],{places}}}}}";
    }

    private static string Quote(string[] integers) => string.Join(",", integers.Select(integer => $"\"{integer}\""));
}
