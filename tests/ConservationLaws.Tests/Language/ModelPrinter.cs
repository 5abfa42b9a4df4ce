using System.Collections.Immutable;
using System.Text;
using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

/// <summary>Writes a syntax tree as model text, with white space, comments and optional spellings chosen at random.</summary>
internal sealed class ModelPrinter(Random random)
{
    internal string Print(ModelSyntax model)
    {
        var text = new StringBuilder();
        foreach (Statement statement in model.Statements)
        {
            text.Append(Print(statement)).Append(Choose("\n", ";", " # note [ ( \" ; θ\n", "\r\n", "\n\n ; \n", "\r"));
        }

        return text.ToString();
    }

    internal string Print(Expression expression) => Sum(expression);

    private string Print(Statement statement) => statement switch
    {
        TitleStatement title => $"model{Space()}\"{title.Title}\"",
        ParametersStatement parameters => "parameters " + List(parameters.Declarations, Declaration),
        LetStatement let => $"let {let.Name}{Space()}={Space()}{Sum(let.Value)}",
        PhiStatement phi => "phi " + List(phi.Coordinates, Sum),
        FieldStatement { Name: null } field => "field " + Sum(field.Value),
        FieldStatement field => $"field {field.Name} ={Space()}{Sum(field.Value)}",
        PreconditionStatement precondition => $"precondition {precondition.Name} by {Sum(precondition.Factor)}",
        FlowStatement { Kind: FlowKind.Gradient } flow => "flow gradient" + (flow.Rate is null ? "" : " decay " + Rational(flow.Rate)),
        FlowStatement flow => $"flow {Lower(flow.Kind)} {Rational(flow.Rate!)}",
        LossStatement loss => loss.Kind == LossKind.Any ? "loss any" : "loss cross-entropy",
        DataStatement data => "data " + Matrix(data.Inputs),
        AtStatement at => "at " + List(at.Assignments, assignment => $"{assignment.Name}{Space()}={Sum(assignment.Value)}"),
        NetworkStatement network => $"network {Shape(network.Input)}" + string.Concat(network.Layers.Select(layer => " -> " + Layer(layer))),
        _ => throw new InvalidOperationException(statement.GetType().Name),
    };

    private static string Lower<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Declaration(ParameterDeclaration declaration) =>
        declaration.Name + (declaration.Rows is null ? "" : declaration.Columns is null ? $"[{declaration.Rows}]" : $"[{declaration.Rows}, {declaration.Columns}]");

    private string Rational(RationalSyntax rational) =>
        $"{rational.Numerator}" + (rational.Denominator.IsOne && random.Next(2) == 0 ? "" : $"{Space()}/{Space()}{rational.Denominator}");

    private static string Shape(ShapeSyntax shape) => string.Join('x', shape.Sizes);

    private string Layer(LayerSyntax layer) => layer switch
    {
        DenseLayerSyntax dense => $"{Choose("", "dense ")}{dense.Units}{Activation(dense.Activation)}{(dense.Bias ? " bias" : "")}",
        ConvolutionLayerSyntax conv => $"conv {conv.Channels} kernel {Shape(conv.Kernel)}"
            + (conv.Stride.IsOne ? Choose("", " stride 1") : $" stride {conv.Stride}")
            + (conv.Padding.Kind != PaddingKind.Zeros ? $" padding {Lower(conv.Padding.Kind)}"
                : conv.Padding.Size.IsZero ? Choose("", " padding 0") : $" padding {conv.Padding.Size}")
            + Activation(conv.Activation) + (conv.Bias ? " bias" : ""),
        AttentionLayerSyntax attention => $"attention heads {attention.Heads} key {attention.Key}"
            + (attention.Value is null ? "" : $" value {attention.Value}")
            + (attention.Linear ? " linear" : "") + (attention.Bias ? " bias" : ""),
        ResidualLayerSyntax residual => $"residual{Space()}({Gap()}{string.Join(" -> ", residual.Layers.Select(Layer))}{Gap()})",
        _ => throw new InvalidOperationException(layer.GetType().Name),
    };

    private string Activation(ActivationSyntax activation) => activation.Kind switch
    {
        ActivationKind.Linear => Choose("", " linear"),
        ActivationKind.Relu => " relu" + (activation.Power.IsOne ? Choose("", "^1") : $"{Space()}^{Space()}{activation.Power}"),
        _ => " " + Lower(activation.Kind),
    };

    private string Sum(Expression expression) => expression is ChainExpression chain && IsSum(chain)
        ? Product(chain.First) + string.Concat(chain.Rest.Select(link => Space() + Sign(link.Operator) + Space() + Product(link.Operand)))
        : Product(expression);

    private string Product(Expression expression) => expression is ChainExpression chain && !IsSum(chain)
        ? Factor(chain.First) + string.Concat(chain.Rest.Select(link => Space() + Sign(link.Operator) + Space() + Factor(link.Operand)))
        : Factor(expression);

    private string Factor(Expression expression) =>
        expression is NegateExpression negate ? Choose("-", "---", "- ") + Power(negate.Operand) : Choose("", "", "--") + Power(expression);

    private string Power(Expression expression) => expression switch
    {
        PowerExpression { Base: TransposeExpression transpose } power => $"{Atom(transpose.Operand)}^T^{power.Exponent}",
        PowerExpression power => $"{Atom(power.Base)}{Space()}^{Space()}{power.Exponent}",
        TransposeExpression transpose => Atom(transpose.Operand) + "^T",
        _ => Atom(expression),
    };

    private string Atom(Expression expression) => expression switch
    {
        IntegerExpression integer => integer.Value.ToString(),
        NameExpression name => name.Name + Indices(name.Indices),
        DerivationExpression derivation => $"D{Space()}[{Gap()}{derivation.Name}{Indices(derivation.Indices)}]",
        CallExpression call => $"{call.Function}{Space()}({Gap()}{List(call.Arguments, Sum)})",
        MatrixExpression matrix => Matrix(matrix),
        _ => $"({Gap()}{Sum(expression)}{Gap()})",
    };

    private string Indices(ImmutableArray<IndexSyntax> indices) => indices.IsEmpty ? "" : "[" + List(indices, index => index.Value.ToString()) + "]";

    private string Matrix(MatrixExpression matrix)
    {
        // A column of bare matrices would read as a list of rows: such an entry needs round brackets or brackets of its own.
        bool column = matrix.Rows.All(row => row.Length == 1 && row[0] is not MatrixExpression) && random.Next(2) == 0;
        return column
            ? $"[{Gap()}{List(matrix.Rows, row => Sum(row[0]))}{Gap()}]"
            : $"[{Gap()}{List(matrix.Rows, row => "[" + Gap() + List(row, Sum) + "]")}]";
    }

    private string List<TItem>(ImmutableArray<TItem> items, Func<TItem, string> print) =>
        string.Join(Space() + "," + Space(), items.Select(print));

    private static bool IsSum(ChainExpression chain) => chain.Rest[0].Operator is BinaryOperator.Add or BinaryOperator.Subtract;

    private static string Sign(BinaryOperator kind) => kind switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => ".*",
    };

    private string Space() => Choose("", " ", "\t", "  ");

    private string Gap() => Choose("", "", " ", "\n", "\r\n", " # note ) ] ;\n  ");

    private string Choose(params string[] choices) => choices[random.Next(choices.Length)];
}
