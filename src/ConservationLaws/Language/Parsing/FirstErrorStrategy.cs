using Antlr4.Runtime;
using Antlr4.Runtime.Atn;
using Antlr4.Runtime.Misc;
using ParserBase = Antlr4.Runtime.Parser;

namespace ConservationLaws.Language;

/// <summary>Stops a statement at its first mistake, knowing everything that could have stood there.</summary>
/// <remarks>
/// The parser leaves optional parts and loops one after the other before it fails, at a place where only the last alternative
/// is still open. So the states passed since the last accepted token are kept: together they tell what was expected.
/// </remarks>
internal sealed class FirstErrorStrategy : DefaultErrorStrategy
{
    private readonly List<int> _states = [];
    private int _index = -1;

    public override void Reset(ParserBase recognizer)
    {
        _states.Clear();
        _index = -1;
    }

    public override void Sync(ParserBase recognizer)
    {
        int index = recognizer.InputStream.Index;
        if (index != _index)
        {
            _index = index;
            _states.Clear();
        }

        _states.Add(recognizer.State);
    }

    public override IToken RecoverInline(ParserBase recognizer) => throw Fail(recognizer);

    public override void Recover(ParserBase recognizer, RecognitionException e) => throw Fail(recognizer);

    public override void ReportError(ParserBase recognizer, RecognitionException e)
    {
        // The failure is put into words by whoever catches it.
    }

    private StatementFailure Fail(ParserBase recognizer)
    {
        // Rules left on the way out must not build anything.
        recognizer.RemoveParseListeners();
        var expected = new HashSet<int>();
        int index = recognizer.InputStream.Index;
        foreach (int state in _states.Where(_ => _index == index).Append(recognizer.State).Distinct())
        {
            IntervalSet next = recognizer.Atn.NextTokens(recognizer.Atn.states[state]);
            expected.UnionWith(next.ToArray().Where(kind => kind != TokenConstants.EPSILON));
        }

        return new StatementFailure(index, expected);
    }
}
