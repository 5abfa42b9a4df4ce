using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

/// <summary>Random syntax trees of every form, as the parser could make them.</summary>
internal sealed class RandomSyntax(Random random)
{
    private static readonly string[] s_names = ["x", "y", "U", "W1", "s", "model", "by", "phi", "dense", "cross", "_a", "Td", "data", "at", "relu", "x2", "e5"];

    internal ModelSyntax Model() => new(new SourceText("random", ""), List(6, _ => Statement()));

    internal Expression Expression(int depth = 4) => (depth <= 0 ? random.Next(2) : random.Next(11)) switch
    {
        0 => new IntegerExpression(default, Integer()),
        1 or 10 => new NameExpression(default, Name(), default, Indices()),
        2 => new CallExpression(default, Name(), default, List(3, _ => Expression(depth - 1), 1)),
        3 => Matrix(depth - 1),
        4 => new NegateExpression(default, Not<NegateExpression>(depth - 1)),
        5 => Chain(depth - 1, BinaryOperator.Add, BinaryOperator.Subtract),
        6 or 9 => Chain(depth - 1, BinaryOperator.Multiply, BinaryOperator.Divide, BinaryOperator.EntrywiseMultiply),
        7 => new PowerExpression(default, Expression(depth - 1), default, random.Next(-5, 6)),
        _ => random.Next(2) == 0
            ? new TransposeExpression(default, Expression(depth - 1))
            : new DerivationExpression(default, Name(), default, Indices()),
    };

    private Statement Statement() => random.Next(11) switch
    {
        0 => new TitleStatement(default, "a \"b".Replace("\"", "# ;", StringComparison.Ordinal) + random.Next()),
        1 => new ParametersStatement(default, List(4, _ => Declaration(), 1)),
        2 => new LetStatement(default, Name(), default, Expression()),
        3 => new PhiStatement(default, List(4, _ => Expression(), 1)),
        4 => new FieldStatement(default, random.Next(2) == 0 ? null : Name(), default, Expression()),
        5 => new PreconditionStatement(default, Name(), default, Expression()),
        6 => Flow(),
        7 => new LossStatement(default, (LossKind)random.Next(2)),
        8 => new DataStatement(default, Matrix(2)),
        9 => new AtStatement(default, List(3, _ => new AtAssignment(default, Name(), default, Expression()), 1)),
        _ => new NetworkStatement(default, Shape(), List(4, _ => Layer(2))),
    };

    private FlowStatement Flow()
    {
        var kind = (FlowKind)random.Next(3);
        return new FlowStatement(default, kind, kind == FlowKind.Gradient && random.Next(2) == 0 ? null : Rational());
    }

    private RationalSyntax Rational() => new(default, Integer() * (random.Next(2) == 0 ? -1 : 1), Integer() + 1);

    private ParameterDeclaration Declaration()
    {
        BigInteger? rows = random.Next(2) == 0 ? null : Integer();
        return new ParameterDeclaration(default, Name(), default, rows, rows is null || random.Next(2) == 0 ? null : Integer());
    }

    private LayerSyntax Layer(int depth) => random.Next(depth > 0 ? 5 : 4) switch
    {
        0 or 1 => new DenseLayerSyntax(default, Integer(), Activation(), Flip()),
        2 => new ConvolutionLayerSyntax(default, Integer(), Shape(), Integer(), Padding(), Activation(), Flip()),
        3 => new AttentionLayerSyntax(default, Integer(), Integer(), Flip() ? null : Integer(), Flip(), Flip()),
        _ => new ResidualLayerSyntax(default, List(3, _ => Layer(depth - 1), 1)),
    };

    private PaddingSyntax Padding()
    {
        var kind = (PaddingKind)random.Next(3);
        return new PaddingSyntax(kind, kind == PaddingKind.Zeros ? Integer() : BigInteger.Zero);
    }

    private ActivationSyntax Activation()
    {
        var kind = (ActivationKind)random.Next(4);
        return new ActivationSyntax(default, kind, kind == ActivationKind.Relu ? random.Next(65_536) : BigInteger.One);
    }

    private ShapeSyntax Shape() => new(default, List(4, _ => Integer(), 1));

    private MatrixExpression Matrix(int depth)
    {
        int width = random.Next(1, 4);
        return new MatrixExpression(default, List(3, _ => List(width, _ => Expression(depth - 1), width), 1));
    }

    private ChainExpression Chain(int depth, params BinaryOperator[] operators) => new(
        default,
        Expression(depth),
        List(4, _ => new ChainLink(operators[random.Next(operators.Length)], default, Expression(depth)), 1));

    // Two signs in a row cancel, so a sign is never the operand of a sign.
    private Expression Not<TExcluded>(int depth)
        where TExcluded : Expression
    {
        Expression expression = Expression(depth);
        return expression is TExcluded ? new NameExpression(default, "z", default, []) : expression;
    }

    private ImmutableArray<IndexSyntax> Indices() => List(2, _ => new IndexSyntax(default, Integer()));

    private ImmutableArray<TItem> List<TItem>(int most, Func<int, TItem> item, int least = 0) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(item)];

    private BigInteger Integer() => random.Next(4) switch
    {
        0 => BigInteger.Pow(10, random.Next(40)) + random.Next(),
        1 => BigInteger.Zero,
        _ => random.Next(1, 20),
    };

    private string Name() => s_names[random.Next(s_names.Length)];

    private bool Flip() => random.Next(2) == 0;
}
