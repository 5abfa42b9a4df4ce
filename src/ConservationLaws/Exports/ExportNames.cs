using ConservationLaws.Models;

namespace ConservationLaws.Exports;

/// <summary>Names of coordinates that another system understands, no two alike.</summary>
internal sealed class ExportNames
{
    private static readonly string[] PythonWords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally",
        "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
        "len", "print", "sum", "range",
    ];

    private readonly string[] _names;

    /// <summary>Names all coordinates of a space.</summary>
    /// <param name="space">The space.</param>
    /// <param name="convert">An identifier for a name such as <c>U'[1,2]</c>, or for its part before the bracket.</param>
    /// <param name="index">Puts an identifier and indices from 1 together; null where indices belong to the identifier.</param>
    /// <param name="reserved">What no coordinate may be called.</param>
    internal ExportNames(PhaseSpace space, Func<string, string> convert, Func<string, string[], string>? index, IEnumerable<string> reserved)
    {
        var taken = new HashSet<string>(reserved, StringComparer.Ordinal);
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        _names = new string[space.Dimension];
        for (int coordinate = 0; coordinate < _names.Length; coordinate++)
        {
            string name = space.Name(coordinate);
            int bracket = index is null ? -1 : name.IndexOf('[', StringComparison.Ordinal);
            string stem = bracket < 0 ? name : name[..bracket];
            if (!identifiers.TryGetValue(stem, out string? identifier))
            {
                identifier = convert(stem);
                while (!taken.Add(identifier))
                {
                    identifier += "x";
                }

                identifiers.Add(stem, identifier);
            }

            _names[coordinate] = bracket < 0 ? identifier : index!(identifier, name[(bracket + 1)..^1].Split(','));
        }

        Identifiers = [.. identifiers.Values];
    }

    /// <summary>The identifiers, in the order of the coordinates.</summary>
    internal IReadOnlyList<string> Identifiers { get; }

    /// <summary>The name of a coordinate.</summary>
    internal string Of(int coordinate) => _names[coordinate];

    /// <summary>One identifier for each coordinate: <c>W1_1_2</c>, <c>U_dot_1_2</c>.</summary>
    internal static ExportNames Flat(PhaseSpace space, params string[] reserved) => new(space, Flatten, index: null, [.. PythonWords, .. reserved]);

    /// <summary>One identifier for each parameter, and places from 0: <c>W1[0, 1]</c>.</summary>
    internal static ExportNames Tensors(PhaseSpace space, params string[] reserved) => new(
        space, Flatten, (identifier, indices) => $"{identifier}[{string.Join(", ", indices.Select(place => int.Parse(place) - 1))}]", [.. PythonWords, .. reserved]);

    private static string Flatten(string name) => name.TrimEnd(']').Replace("'", "_dot").Replace('[', '_').Replace(',', '_');
}
