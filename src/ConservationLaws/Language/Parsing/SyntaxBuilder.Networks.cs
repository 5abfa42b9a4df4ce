using System.Collections.Immutable;
using System.Numerics;
using Antlr4.Runtime;
using static ConservationLaws.Language.Generated.ClawParser;

namespace ConservationLaws.Language;

internal sealed partial class SyntaxBuilder
{
    private readonly List<LayerSyntax> _layers = [];

    public override void ExitNetwork(NetworkContext context) =>
        Statement = new NetworkStatement(Span(context), Shape(context.input), TakeFrom(_layers, 0));

    public override void ExitDense(DenseContext context) => _layers.Add(new DenseLayerSyntax(
        Span(context), Integer(context.units), Activation(context.active, context), context.bias is not null));

    public override void ExitConvolution(ConvolutionContext context) => _layers.Add(new ConvolutionLayerSyntax(
        Span(context),
        Integer(context.channels),
        Shape(context.taps),
        context.stride is null ? BigInteger.One : Integer(context.stride),
        Padding(context.around),
        Activation(context.active, context),
        context.bias is not null));

    public override void ExitAttention(AttentionContext context) => _layers.Add(new AttentionLayerSyntax(
        Span(context),
        Integer(context.heads),
        Integer(context.key),
        context.value is null ? null : Integer(context.value),
        context.linear is not null,
        context.bias is not null));

    public override void EnterResidual(ResidualContext context) => _marks.Push(_layers.Count);

    public override void ExitResidual(ResidualContext context)
    {
        ImmutableArray<LayerSyntax> inner = TakeFrom(_layers, _marks.Pop());
        _layers.Add(new ResidualLayerSyntax(Span(context), inner));
    }

    private ShapeSyntax Shape(ShapeContext context)
    {
        ReadOnlySpan<char> text = source[Span(context)];
        ImmutableArray<BigInteger>.Builder sizes = ImmutableArray.CreateBuilder<BigInteger>();
        foreach (Range size in text.Split('x'))
        {
            sizes.Add(Integer(text[size]));
        }

        return new ShapeSyntax(Span(context), sizes.ToImmutable());
    }

    private PaddingSyntax Padding(PaddingContext? context) => context?.Start.Type switch
    {
        SAME => new PaddingSyntax(PaddingKind.Same, BigInteger.Zero),
        CIRCULAR => new PaddingSyntax(PaddingKind.Circular, BigInteger.Zero),
        null => new PaddingSyntax(PaddingKind.Zeros, BigInteger.Zero),
        _ => new PaddingSyntax(PaddingKind.Zeros, Integer(context.Start)),
    };

    private ActivationSyntax Activation(ActivationContext? context, ParserRuleContext layer)
    {
        if (context is null)
        {
            return new ActivationSyntax(new SourceSpan(Span(layer).End, 0), ActivationKind.Linear, BigInteger.One);
        }

        ActivationKind kind = context.kind.Type switch
        {
            RELU => ActivationKind.Relu,
            SQUARE => ActivationKind.Square,
            SMOOTH => ActivationKind.Smooth,
            _ => ActivationKind.Linear,
        };
        int power = context.degree is null ? 1 : Exponent(context.degree, Span(context.degree));
        return new ActivationSyntax(Span(context), kind, power);
    }
}
