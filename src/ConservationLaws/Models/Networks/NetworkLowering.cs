using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Language;

namespace ConservationLaws.Models.Networks;

/// <summary>
/// Lowers a network to its reparametrization φ: one forward pass as a polynomial in parameters and formal symbols; φ is the family of
/// its coefficients (language.md, "How a network becomes φ").
/// </summary>
/// <remarks>
/// A gated unit multiplies whatever arrives by a gate of its own, so what later layers make of its terms is one linear operator over
/// Z[θ], the same for all of them. Terms whose coefficient's 1-jet (f, ∇f) depends over Q(θ) on those of the others can therefore be
/// left out at once without changing the span of ∇φ (<see cref="JetReduction"/>): a ReLU network is never enumerated path by path.
/// A power of a pre-activation mixes the terms, so nothing is left out before the last such layer.
/// </remarks>
internal sealed class NetworkLowering
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private readonly FormalSymbols _symbols = new();
    private readonly List<Observable> _observables = [];
    private readonly bool _keepsEverything;
    private readonly CancellationToken _cancellation;
    private int _powersAhead;
    private int _nextObservable;

    private NetworkLowering(NetworkArchitecture network, bool keepsEverything, CancellationToken cancellation)
    {
        _keepsEverything = keepsEverything;
        _cancellation = cancellation;
        _powersAhead = network.AffineLayers.Count(layer => layer.Power > 1);
    }

    /// <summary>The coefficients φ of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="outputDifferences">Whether only the differences g_i − g_n of the outputs count (softmax cross-entropy).</param>
    /// <param name="inputs">The inputs for which alone the laws shall hold; null for all inputs.</param>
    /// <param name="keepsEverything">Whether every coordinate of φ is wanted: at special points none may be left out.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static Reparametrization Lower(
        NetworkArchitecture network, bool outputDifferences, IReadOnlyList<Rational[]>? inputs, bool keepsEverything, CancellationToken cancellation)
    {
        var lowering = new NetworkLowering(network, keepsEverything || inputs is not null, cancellation);
        int[] inputSymbols = [.. Enumerable.Range(0, network.Input.Size).Select(_ => lowering._symbols.Fresh())];
        var input = new FormalSignal(
            network.Input.Size,
            [.. inputSymbols.Select((symbol, position) => new FormalTerm(Monomial.Variable(symbol), [position], [Ring.One], BigInteger.One))]);
        FormalSignal output = lowering.Forward(network.Layers, input);
        lowering.ObserveSignal(outputDifferences ? Differences(output) : output);
        return inputs is null ? lowering.AllCoefficients() : lowering.CoefficientsAt(inputs, inputSymbols);
    }

    private static FormalSignal Differences(FormalSignal output)
    {
        int last = output.Size - 1;
        var differences = new FormalSignalBuilder(last);
        foreach (FormalTerm term in output.Terms)
        {
            for (int place = 0; place < term.Positions.Length; place++)
            {
                if (term.Positions[place] < last)
                {
                    differences.Add(term.Key, term.Weight, term.Positions[place], term.Coefficients[place]);
                    continue;
                }

                Polynomial<Integer> negative = Ring.Negate(term.Coefficients[place]);
                for (int position = 0; position < last; position++)
                {
                    differences.Add(term.Key, term.Weight, position, negative);
                }
            }
        }

        return differences.Build();
    }

    private FormalSignal Forward(ImmutableArray<Layer> layers, FormalSignal signal)
    {
        foreach (Layer layer in layers)
        {
            signal = layer switch
            {
                AffineLayer affine => Activate(affine, signal.Apply(affine.Map, affine.Output.Size, _cancellation)),
                ResidualLayer residual => FormalSignal.Sum(signal.Size, signal, Forward(residual.Inner, signal)),
                AttentionLayer attention => new AttentionLowering(attention, _symbols, ObserveCoefficient, _cancellation).Forward(signal),
                _ => throw new ArgumentException("Unknown kind of layer.", nameof(layers)),
            };
        }

        return signal;
    }

    private FormalSignal Activate(AffineLayer layer, FormalSignal signal)
    {
        if (layer.Power > 1)
        {
            _powersAhead--;
        }

        return layer.Activation.Kind switch
        {
            ActivationKind.Linear => signal,
            ActivationKind.Smooth => Smooth(signal),
            _ => Gate(signal, layer.Power, layer.HasGates),
        };
    }

    // Each unit hands on gate · (pre-activation)^power, without the gate for `square`.
    private FormalSignal Gate(FormalSignal signal, int power, bool hasGate)
    {
        var terms = new List<FormalTerm>();
        for (int unit = 0; unit < signal.Size; unit++)
        {
            _cancellation.ThrowIfCancellationRequested();
            Monomial gate = hasGate ? Monomial.Variable(_symbols.FreshGate()) : Monomial.One;
            var ofUnit = FormalPower(signal.At(unit), power, gate);
            if (hasGate && _powersAhead == 0 && !_keepsEverything)
            {
                ofUnit = JetReduction.Reduce(ofUnit, term => term.Coefficients[0], term => term.Weight, JetOrder.ValueAndGradient)
                    .ConvertAll(kept => kept.Item with { Weight = kept.Weight });
            }

            terms.AddRange(ofUnit.Select(term => term with { Positions = [unit] }));
        }

        // Without gates different units may make the same monomial.
        return hasGate ? new FormalSignal(signal.Size, terms) : FormalSignal.Sum(signal.Size, new FormalSignal(signal.Size, terms));
    }

    // The terms of gate · (Σ c_m m)^power, each as a term at position 0.
    private List<FormalTerm> FormalPower(IEnumerable<(FormalTerm Term, Polynomial<Integer> Coefficient)> unit, int power, Monomial gate)
    {
        List<FormalTerm> factor = [.. unit.Select(entry => new FormalTerm(entry.Term.Key, [0], [entry.Coefficient], entry.Term.Weight))];
        List<FormalTerm> result = [new FormalTerm(gate, [0], [Ring.One], BigInteger.One)];
        for (int count = 0; count < power; count++)
        {
            var product = new FormalSignalBuilder(1);
            foreach (FormalTerm left in result)
            {
                _cancellation.ThrowIfCancellationRequested();
                foreach (FormalTerm right in factor)
                {
                    product.Add(
                        _symbols.Multiply(left.Key, right.Key), left.Weight * right.Weight, 0, Ring.Multiply(left.Coefficients[0], right.Coefficients[0]));
                }
            }

            result = [.. product.Build().Terms];
        }

        return result;
    }

    // A smooth unit has no algebraic symmetry: the network function knows its pre-activation, and what it hands on is a new symbol.
    private FormalSignal Smooth(FormalSignal signal)
    {
        ObserveSignal(signal);
        return new FormalSignal(
            signal.Size,
            [.. Enumerable.Range(0, signal.Size).Select(unit => new FormalTerm(Monomial.Variable(_symbols.Fresh()), [unit], [Ring.One], BigInteger.One))]);
    }

    private void ObserveSignal(FormalSignal signal)
    {
        for (int position = 0; position < signal.Size; position++)
        {
            int observable = _nextObservable++;
            foreach ((FormalTerm term, Polynomial<Integer> coefficient) in signal.At(position))
            {
                _observables.Add(new Observable(observable, term.Key, coefficient, term.Weight));
            }
        }
    }

    private void ObserveCoefficient(Polynomial<Integer> coefficient, BigInteger weight)
    {
        if (!coefficient.IsZero)
        {
            _observables.Add(new Observable(_nextObservable++, Monomial.One, coefficient, weight));
        }
    }

    private Reparametrization AllCoefficients()
    {
        BigInteger count = _observables.Aggregate(BigInteger.Zero, (sum, observable) => sum + observable.Weight);
        IEnumerable<Observable> observables = _observables.Where(observable => !observable.Coefficient.IsConstant);
        if (!_keepsEverything)
        {
            observables = JetReduction.Reduce(observables, observable => observable.Coefficient, observable => observable.Weight, JetOrder.Gradient)
                .Select(kept => kept.Item);
        }

        return new Reparametrization([.. observables.Select(observable => RationalFunction.FromPolynomial(observable.Coefficient))], count);
    }

    // At a fixed input the monomials in the input symbols become numbers; those in gates and other symbols stay formal. What is
    // observed at different inputs is observed separately.
    private Reparametrization CoefficientsAt(IReadOnlyList<Rational[]> inputs, int[] inputSymbols)
    {
        Dictionary<int, int> places = inputSymbols.Select((symbol, place) => (symbol, place)).ToDictionary(pair => pair.symbol, pair => pair.place);
        var functions = new List<RationalFunction>();
        foreach (Rational[] input in inputs)
        {
            var sums = new Dictionary<(int Observable, Monomial Key), RationalFunction>();
            foreach (Observable observable in _observables)
            {
                _cancellation.ThrowIfCancellationRequested();
                Rational factor = Rational.One;
                foreach ((int variable, int exponent) in observable.Key.Where(factor => places.ContainsKey(factor.Variable)))
                {
                    Rational value = input[places[variable]];
                    factor *= new Rational(Integer.Pow(value.Numerator, exponent), Integer.Pow(value.Denominator, exponent));
                }

                var rest = Monomial.Create([.. observable.Key.Where(factor => !places.ContainsKey(factor.Variable))]);
                RationalFunction scaled = RationalFunction.Create(Ring.Scale(factor.Numerator, observable.Coefficient), Ring.Constant(factor.Denominator));
                (int, Monomial) key = (observable.Index, rest);
                sums[key] = sums.TryGetValue(key, out RationalFunction? sum) ? sum + scaled : scaled;
            }

            functions.AddRange(sums.Values.Where(function => !function.IsZero));
        }

        return new Reparametrization([.. functions], functions.Count);
    }

    // One coefficient of something that the network function makes visible: an output, or a smooth unit's pre-activation.
    private sealed record Observable(int Index, Monomial Key, Polynomial<Integer> Coefficient, BigInteger Weight);
}
