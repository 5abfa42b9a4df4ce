using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace ConservationLaws.Language;

/// <summary>A string as the lexer sees it: offsets are those of the string, every character beyond ASCII is DEL.</summary>
/// <remarks>
/// The lexer remembers its decisions for ASCII alone and would work out each other character of a comment anew: 3 s instead of
/// 0.1 s for 16 MiB. The grammar does not tell such characters apart, so nothing is lost; their own text is read from the source.
/// </remarks>
internal sealed class AsciiCharStream(SourceText source) : ICharStream
{
    private const int Delete = 0x7F;

    private readonly string _text = source.Text;

    public int Index { get; private set; }

    public int Size => _text.Length;

    public string SourceName => source.Name;

    public void Consume() => Index++;

    public int LA(int i)
    {
        int offset = Index + (i > 0 ? i - 1 : i);
        return (uint)offset >= (uint)_text.Length ? IntStreamConstants.EOF : Math.Min(_text[offset], (char)Delete);
    }

    public int Mark() => 0;

    public void Release(int marker)
    {
        // Nothing is buffered, so there is nothing to let go.
    }

    public void Seek(int index) => Index = index;

    public string GetText(Interval interval) => _text[interval.a..(interval.b + 1)];
}
