using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ConservationLaws.Checker;

/// <summary>Reads JSON token by token and refuses what docs/certificates.md does not allow. The current token is the beginning of a value; what was
/// read between <see cref="StartRecording"/> and <see cref="StopRecording"/> is kept as canonical JSON.</summary>
internal ref struct StrictJson
{
    private const int MaximumDepth = 16;
    private const int MaximumDigits = 10_000;
    private const int MaximumIndexDigits = 9;
    private const int MaximumShownName = 40;

    private readonly Budget _budget;
    private readonly List<byte> _canonical = [];
    private Utf8JsonReader _reader;
    private bool _isRecording;

    internal StrictJson(ReadOnlySpan<byte> utf8, Budget budget)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new Refusal("the file is not UTF-8");
        }

        _budget = budget;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        Advance();
    }

    /// <summary>What is being read, such as "law 3", for refusals.</summary>
    internal (string Name, int Index) Place { get; set; }

    /// <summary>The largest variable met so far.</summary>
    internal int LargestVariable { get; private set; }

    internal readonly bool IsNumber => _reader.TokenType == JsonTokenType.Number;

    internal readonly Refusal Refuse(string reason) =>
        new($"{(Place.Name is null ? "" : $"{Place.Name} {Place.Index}: ")}{reason} (before byte {_reader.BytesConsumed})");

    internal void StartRecording() => _isRecording = true;

    internal byte[] StopRecording()
    {
        _isRecording = false;
        return [.. _canonical];
    }

    /// <summary>Enters an array; its items follow by <see cref="NextItem"/>.</summary>
    internal readonly void BeginArray()
    {
        Expect(JsonTokenType.StartArray, "a list");
        Record("["u8);
    }

    /// <summary>Goes to the next item of an array; false at its end.</summary>
    internal bool NextItem()
    {
        Advance();
        if (_reader.TokenType == JsonTokenType.EndArray)
        {
            Record("]"u8);
            return false;
        }

        if (_isRecording && _canonical[^1] != '[')
        {
            Record(","u8);
        }

        return true;
    }

    /// <summary>Goes to the next item of an array of fixed length.</summary>
    internal void Item(string expected)
    {
        if (!NextItem())
        {
            throw Refuse($"{expected} is missing");
        }
    }

    /// <summary>Leaves an array of fixed length.</summary>
    internal void EndArray()
    {
        if (NextItem())
        {
            throw Refuse("a list has too many items");
        }
    }

    /// <summary>Enters an object; its members follow by <see cref="NextMember"/>. The list takes their names and where their canonical text begins.</summary>
    internal readonly List<(string Name, int Start)> BeginObject()
    {
        Expect(JsonTokenType.StartObject, "an object");
        return [];
    }

    /// <summary>Goes to the value of the next member and gives its name; null at the end of the object.</summary>
    internal string? NextMember(List<(string Name, int Start)> members)
    {
        Advance();
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            SortRecorded(members);
            return null;
        }

        string name = _reader.GetString()!;
        if (members.Exists(member => member.Name == name))
        {
            throw Refuse($"the member {Shown(name)} occurs twice");
        }

        members.Add((name, _canonical.Count));
        Record([(byte)'"', .. Encoding.UTF8.GetBytes(name), (byte)'"', (byte)':']);
        Advance();
        return name;
    }

    internal readonly Refusal Unknown(string member) => Refuse($"the member {Shown(member)} is not known here");

    /// <summary>Asserts that an object had exactly these members.</summary>
    internal readonly void Require(List<(string Name, int Start)> members, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!members.Exists(member => member.Name == name))
            {
                throw Refuse($"the member `{name}` is missing");
            }
        }

        foreach ((string name, _) in members)
        {
            if (!names.Contains(name))
            {
                throw Refuse($"the member `{name}` does not belong here");
            }
        }
    }

    /// <summary>Reads an index or a count: a JSON number of digits alone.</summary>
    internal readonly int Index()
    {
        Expect(JsonTokenType.Number, "an index");
        ReadOnlySpan<byte> digits = _reader.ValueSpan;
        if (digits.Length > MaximumIndexDigits || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            throw Refuse($"an index is {MaximumIndexDigits} digits at most and nothing else");
        }

        Record(digits);
        return int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the number of a variable, at least 1.</summary>
    internal int Variable()
    {
        int variable = Index();
        LargestVariable = Math.Max(LargestVariable, variable);
        return variable > 0 ? variable : throw Refuse("variables are numbered from 1");
    }

    internal int[] Variables() => List(static (ref json) => json.Variable());

    internal int[] Indices() => List(static (ref json) => json.Index());

    internal readonly bool Boolean()
    {
        bool isTrue = _reader.TokenType == JsonTokenType.True;
        Expect(isTrue ? JsonTokenType.True : JsonTokenType.False, "true or false");
        Record(isTrue ? "true"u8 : "false"u8);
        return isTrue;
    }

    /// <summary>Reads a string; for the strings of the model, that have nothing to escape.</summary>
    internal readonly string Text()
    {
        ReadOnlySpan<byte> text = TextBytes();
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Passes over a string.</summary>
    internal readonly void SkipText() => Expect(JsonTokenType.String, "a string");

    /// <summary>Reads an integer, a string of digits.</summary>
    internal readonly BigInteger Integer()
    {
        ReadOnlySpan<byte> text = TextBytes();
        ReadOnlySpan<byte> digits = text.StartsWith("-"u8) ? text[1..] : text;
        if (digits.IsEmpty || digits.Length > MaximumDigits || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (digits[0] == '0' && text.Length > 1))
        {
            throw Refuse("an integer is a string `0|-?[1-9][0-9]*` of at most 10,000 digits");
        }

        _budget.Spend(digits.Length * digits.Length / 1000);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long small)
            ? small
            : BigInteger.Parse(Encoding.UTF8.GetString(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a list.</summary>
    internal T[] List<T>(ItemReader<T> read)
    {
        var items = new List<T>();
        for (BeginArray(); NextItem();)
        {
            items.Add(read(ref this));
        }

        return [.. items];
    }

    /// <summary>Reads a list whose items are named in refusals.</summary>
    internal T[] List<T>(string name, ItemReader<T> read)
    {
        var items = new List<T>();
        for (BeginArray(); NextItem();)
        {
            Place = (name, items.Count);
            items.Add(read(ref this));
        }

        Place = default;
        return [.. items];
    }

    /// <summary>Asserts that nothing follows.</summary>
    internal void End()
    {
        if (_reader.Read())
        {
            throw Refuse("text follows the object");
        }
    }

    private void Advance()
    {
        _budget.Spend(1);
        _reader.Read();
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_reader.TokenType != type)
        {
            throw Refuse($"{what} was expected");
        }
    }

    private readonly ReadOnlySpan<byte> TextBytes()
    {
        Expect(JsonTokenType.String, "a string");
        ReadOnlySpan<byte> text = _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(_reader.GetString()!) : _reader.ValueSpan;
        Record("\""u8);
        Record(text);
        Record("\""u8);
        return text;
    }

    private readonly void Record(ReadOnlySpan<byte> text)
    {
        if (_isRecording)
        {
            _canonical.AddRange(text);
        }
    }

    // Members are recorded as they come, without braces and commas.
    private readonly void SortRecorded(List<(string Name, int Start)> members)
    {
        if (!_isRecording)
        {
            return;
        }

        int start = members.Count == 0 ? _canonical.Count : members[0].Start;
        byte[] recorded = CollectionsMarshal.AsSpan(_canonical)[start..].ToArray();
        CollectionsMarshal.SetCount(_canonical, start);
        Record("{"u8);
        foreach ((int place, (string _, int from)) in members.Index().OrderBy(member => member.Item.Name, StringComparer.Ordinal))
        {
            int to = place + 1 < members.Count ? members[place + 1].Start : start + recorded.Length;
            Record(_canonical.Count == start + 1 ? [] : ","u8);
            Record(recorded.AsSpan((from - start)..(to - start)));
        }

        Record("}"u8);
    }

    private static string Shown(string name) =>
        name.Length <= MaximumShownName && !name.AsSpan().ContainsAnyExceptInRange(' ', '~') ? $"`{name}`" : "with a strange name";
}

/// <summary>Reads one item of a list.</summary>
internal delegate T ItemReader<out T>(ref StrictJson json);
