using System.Collections.Immutable;
using Antlr4.Runtime;
using static ConservationLaws.Language.Generated.ClawParser;

namespace ConservationLaws.Language;

internal sealed partial class SyntaxBuilder
{
    // Operands wait for the rule that takes them; marks remember where the operands, links or layers of an open rule begin.
    private readonly List<Expression> _operands = [];
    private readonly List<ChainLink> _links = [];
    private readonly Stack<int> _marks = new();
    private int _minuses;
    private (int Value, SourceSpan Span) _exponent;
    private ImmutableArray<Expression> _arguments;

    /// <summary>A list in brackets of which it is not yet known whether it is a column, a list of rows or one row of such a list.</summary>
    private sealed record BracketList(SourceSpan Span, ImmutableArray<Expression> Entries) : Expression(Span);

    public override void EnterSum(SumContext context) => _marks.Push(_links.Count);

    public override void ExitSum(SumContext context) => CloseChain(context);

    public override void EnterProduct(ProductContext context) => _marks.Push(_links.Count);

    public override void ExitProduct(ProductContext context) => CloseChain(context);

    public override void ExitAddition(AdditionContext context) => AddLink(context.sign);

    public override void ExitMultiplication(MultiplicationContext context) => AddLink(context.sign);

    public override void EnterFactor(FactorContext context) => _marks.Push(_minuses);

    public override void ExitMinus(MinusContext context) => _minuses++;

    public override void ExitFactor(FactorContext context)
    {
        int before = _marks.Pop();
        bool negative = ((_minuses - before) & 1) != 0;
        if (_minuses > before)
        {
            Expression operand = Pop();
            _operands.Add(negative ? new NegateExpression(Span(context), operand) : operand with { Span = Span(context) });
            _minuses = before;
        }
    }

    public override void ExitPower(PowerContext context)
    {
        if (context.transpose is not null)
        {
            Expression operand = Pop();
            var span = new SourceSpan(context.Start.StartIndex, context.transpose.StopIndex + 1 - context.Start.StartIndex);
            _operands.Add(new TransposeExpression(span, operand));
        }

        if (context.raised is not null)
        {
            _operands.Add(new PowerExpression(Span(context), Pop(), _exponent.Span, _exponent.Value));
        }
    }

    public override void ExitExponent(ExponentContext context)
    {
        SourceSpan span = Span(context);
        int value = Exponent(context.value, span);
        _exponent = (context.sign is null ? value : -value, span);
    }

    public override void ExitAtom(AtomContext context)
    {
        if (context.Start.Type == INT)
        {
            _operands.Add(new IntegerExpression(Span(context), Integer(context.Start)));
        }
    }

    // The brackets belong to what a message points at.
    public override void ExitBracket(BracketContext context) => _operands.Add(Pop() with { Span = Span(context) });

    public override void ExitReference(ReferenceContext context) => _operands.Add(context.call is null
        ? new NameExpression(Span(context), Name(context.word), Span(context.word), Indices(context.indices))
        : new CallExpression(Span(context), Name(context.word), Span(context.word), _arguments));

    public override void ExitDerivation(DerivationContext context) => _operands.Add(
        new DerivationExpression(Span(context), Name(context.word), Span(context.word), Indices(context.indices)));

    public override void EnterArguments(ArgumentsContext context) => _marks.Push(_operands.Count);

    public override void ExitArguments(ArgumentsContext context) => _arguments = PopAll(_marks.Pop());

    public override void EnterMatrix(MatrixContext context) => _marks.Push(_operands.Count);

    public override void ExitMatrix(MatrixContext context)
    {
        ImmutableArray<Expression> entries = TakeFrom(_operands, _marks.Pop());
        _operands.Add(new BracketList(Span(context), entries));
    }

    private Expression Pop()
    {
        Expression operand = _operands[^1];
        _operands.RemoveAt(_operands.Count - 1);
        return Finish(operand);
    }

    private ImmutableArray<Expression> PopAll(int mark) => FinishAll(TakeFrom(_operands, mark));

    /// <summary>
    /// A list is taken from the stack unread only as an entry of another list. Here it ends as somebody's operand, and so it is
    /// known what it is: a list of rows when all its entries are bare lists, otherwise a column.
    /// </summary>
    private Expression Finish(Expression expression)
    {
        if (expression is not BracketList list)
        {
            return expression;
        }

        bool rows = list.Entries.All(entry => entry is BracketList);
        ImmutableArray<ImmutableArray<Expression>> entries =
            [.. list.Entries.Select(entry => rows ? FinishAll(((BracketList)entry).Entries) : [Finish(entry)])];
        for (int i = 1; i < entries.Length; i++)
        {
            if (entries[i].Length != entries[0].Length)
            {
                diagnostics.Add(
                    list.Entries[i].Span,
                    $"row {i + 1} of the matrix has {Count(entries[i].Length)}, the first row {Count(entries[0].Length)}");
                break;
            }
        }

        return new MatrixExpression(list.Span, entries);

        static string Count(int number) => number == 1 ? "1 entry" : $"{number} entries";
    }

    private ImmutableArray<Expression> FinishAll(ImmutableArray<Expression> entries) =>
        entries.Any(entry => entry is BracketList) ? [.. entries.Select(Finish)] : entries;

    private ImmutableArray<IndexSyntax> Indices(IndexContext? context) =>
        context is null ? [] : [.. context._values.Select(value => new IndexSyntax(Span(value), Integer(value)))];

    private void AddLink(IToken sign)
    {
        BinaryOperator kind = sign.Type switch
        {
            PLUS => BinaryOperator.Add,
            MINUS => BinaryOperator.Subtract,
            STAR => BinaryOperator.Multiply,
            SLASH => BinaryOperator.Divide,
            _ => BinaryOperator.EntrywiseMultiply,
        };
        _links.Add(new ChainLink(kind, Span(sign), Pop()));
    }

    private void CloseChain(ParserRuleContext context)
    {
        ImmutableArray<ChainLink> rest = TakeFrom(_links, _marks.Pop());
        if (!rest.IsEmpty)
        {
            _operands.Add(new ChainExpression(Span(context), Pop(), rest));
        }
    }
}
