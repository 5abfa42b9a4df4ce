using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Language;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Models;

/// <summary>Gives a syntax tree its meaning: declares names, evaluates expressions, lowers the network, builds the generators.</summary>
/// <remarks>Mistakes are collected statement by statement, so that all of a file are reported at once.</remarks>
internal sealed class Elaborator
{
    private readonly ModelSyntax _syntax;
    private readonly CancellationToken _cancellation;
    private readonly NameScope _scope = new();
    private readonly ParameterAllocator _allocator = new();
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<RationalFunction> _functions = [];
    private readonly List<(string? Name, VectorField<RationalFunction> Field)> _fields = [];
    private readonly List<SpecialPoint> _points = [];
    private readonly bool _keepsEverything;
    private NetworkArchitecture? _network;

    // With keepsEverything also those coordinates of φ are wanted that add nothing to the span of the gradients.
    internal Elaborator(ModelSyntax syntax, bool keepsEverything, CancellationToken cancellation)
    {
        _syntax = syntax;
        _keepsEverything = keepsEverything;
        _cancellation = cancellation;
    }

    /// <summary>The model that the text means.</summary>
    /// <exception cref="ModelException">The text has mistakes.</exception>
    internal Model Elaborate()
    {
        CheckCombination();
        // The network's parameters are the first coordinates, wherever its statement stands.
        foreach (NetworkStatement statement in _syntax.Statements.OfType<NetworkStatement>().Take(1))
        {
            Attempt(() => _network = NetworkArchitecture.Create(statement, _allocator));
        }

        ImmutableArray<Parameter> ofNetwork = _allocator.Parameters;
        foreach (Statement statement in _syntax.Statements)
        {
            _cancellation.ThrowIfCancellationRequested();
            Attempt(() => Declare(statement, ofNetwork));
        }

        var metric = new Dictionary<int, RationalFunction>();
        foreach (PreconditionStatement statement in _syntax.Statements.OfType<PreconditionStatement>())
        {
            Attempt(() => Precondition(statement, metric));
        }

        Flow flow = CreateFlow();
        bool outputDifferences = _syntax.Statements.OfType<LossStatement>().Any(loss => loss.Kind == LossKind.CrossEntropy);
        IReadOnlyList<Rational[]>? inputs = null;
        foreach (DataStatement statement in _syntax.Statements.OfType<DataStatement>())
        {
            Attempt(() => inputs = ReadInputs(statement));
        }

        ThrowOnMistakes();
        return Build(metric, flow, outputDifferences, inputs, ofNetwork.Sum(parameter => parameter.Count));
    }

    private Model Build(Dictionary<int, RationalFunction> metric, Flow flow, bool outputDifferences, IReadOnlyList<Rational[]>? inputs, int ofNetwork)
    {
        bool isPlain = flow.Dynamics == FlowDynamics.Gradient && metric.Count == 0;
        bool isAllOfNetwork = _network is not null && isPlain && _functions.Count == 0 && inputs is null && !outputDifferences;
        PathGraph? paths = isAllOfNetwork && _points.Count == 0 ? PathGraph.TryCreate(_network!) : null;
        // A network that is a graph of paths is lowered only if somebody asks for its fields.
        var phi = new Lazy<Reparametrization>(() => LowerAll(outputDifferences, inputs));
        string? clock = flow.ClockName;
        while (clock is not null && _scope.IsDeclared(clock))
        {
            clock += "_";
        }

        var space = new PhaseSpace(_allocator.Parameters, flow.HasVelocities, clock);
        bool isFields = _syntax.Statements.Any(statement => statement is FieldStatement);
        return new Model(
            () => isFields
                ? [.. _fields]
                : [.. GeneratorBuilder.Build(space, flow, phi.Value.Functions, metric, _cancellation).Select(field => ((string?)null, field))],
            () => isPlain && !isFields && phi.Value.Functions.All(function => function.Denominator.IsConstant)
                ? phi.Value.Functions.Select(function => function.Numerator)
                : null)
        {
            Source = _syntax.Source,
            Title = _syntax.Statements.OfType<TitleStatement>().FirstOrDefault()?.Title,
            Scope = isFields ? ModelScope.Fields : ModelScope.Reparametrization,
            Flow = flow,
            Space = space,
            FunctionCount = isFields ? _fields.Count : paths?.PathCount ?? phi.Value.FullCount,
            CandidateSymmetries = _network is null ? [] : UnitPermutations.Of(_network, space.Dimension),
            Network = _network,
            IsNetworkAlone = isAllOfNetwork && space.Dimension == ofNetwork,
            SpecialPoints = [.. _points],
            Assumptions = Assumptions.Describe(_syntax, _network, flow),
            Monomials = paths is not null ? new NetworkPaths(_network!, paths)
                : isPlain && !isFields && _points.Count == 0 ? ExplicitMonomials.TryCreate(phi.Value.Functions)
                : null,
        };
    }

    // The network's coordinates of φ, then those of `phi` statements.
    private Reparametrization LowerAll(bool outputDifferences, IReadOnlyList<Rational[]>? inputs)
    {
        Reparametrization ofNetwork = _network is null
            ? new Reparametrization([], BigInteger.Zero)
            : NetworkLowering.Lower(_network, outputDifferences, inputs, _keepsEverything || _points.Count > 0, _cancellation);
        return new Reparametrization([.. ofNetwork.Functions, .. _functions], ofNetwork.FullCount + _functions.Count);
    }

    private void Declare(Statement statement, ImmutableArray<Parameter> ofNetwork)
    {
        switch (statement)
        {
            case ParametersStatement parameters:
                foreach (ParameterDeclaration declaration in parameters.Declarations)
                {
                    Attempt(() => DeclareParameter(declaration));
                }

                break;
            case NetworkStatement network when _network is not null:
                foreach (Parameter parameter in ofNetwork)
                {
                    CheckNew(parameter.Name, network.Span);
                    _scope.Declare(parameter);
                }

                break;
            case LetStatement let:
                DeclareAbbreviation(let);
                break;
            case PhiStatement phi:
                foreach (Expression coordinate in phi.Coordinates)
                {
                    Attempt(() => _functions.AddRange(Evaluator().EvaluateMatrix(coordinate).Entries));
                }

                break;
            case FieldStatement field:
                DeclareField(field);
                break;
            case AtStatement at:
                _points.Add(ReadPoint(at));
                break;
        }
    }

    private void DeclareParameter(ParameterDeclaration declaration)
    {
        CheckNew(declaration.Name, declaration.NameSpan);
        try
        {
            _scope.Declare((declaration.Rows, declaration.Columns) switch
            {
                ({ } rows, { } columns) => _allocator.Allocate(declaration.Name, declaration.Span, rows, columns),
                ({ } rows, null) => _allocator.Allocate(declaration.Name, declaration.Span, rows),
                _ => _allocator.Allocate(declaration.Name, declaration.Span),
            });
        }
        catch (DiagnosticException)
        {
            _scope.DeclareBroken(declaration.Name);
            throw;
        }
    }

    private void DeclareAbbreviation(LetStatement let)
    {
        CheckNew(let.Name, let.NameSpan);
        try
        {
            _scope.Declare(let.Name, Evaluator().EvaluateMatrix(let.Value));
        }
        catch (DiagnosticException)
        {
            _scope.DeclareBroken(let.Name);
            throw;
        }
    }

    private void DeclareField(FieldStatement field)
    {
        if (field.Name is not null && _fields.Exists(other => other.Name == field.Name))
        {
            throw new DiagnosticException(field.NameSpan, $"a field named {Quotation.Of(field.Name)} is declared already");
        }

        _fields.Add((field.Name, new ExpressionEvaluator(_scope, allowsDerivations: true, _cancellation).EvaluateField(field.Value)));
    }

    private SpecialPoint ReadPoint(AtStatement at)
    {
        ImmutableArray<(string Name, string Text)>.Builder values = ImmutableArray.CreateBuilder<(string Name, string Text)>();
        ImmutableSortedDictionary<int, Rational>.Builder coordinates = ImmutableSortedDictionary.CreateBuilder<int, Rational>();
        foreach (AtAssignment assignment in at.Assignments)
        {
            Parameter parameter = _scope.FindParameter(assignment.Name, assignment.NameSpan);
            MatrixValue value = Evaluator().EvaluateMatrix(assignment.Value);
            if (value.Rows != parameter.Rows || value.Columns != parameter.Columns)
            {
                throw new DiagnosticException(assignment.Span, $"{Quotation.Of(parameter.Name)} is {parameter.Shape}, but the value is {value.Shape}");
            }

            for (int entry = 0; entry < parameter.Count; entry++)
            {
                Rational constant = MatrixArithmetic.Constant(value.Entries[entry])
                    ?? throw new DiagnosticException(assignment.Value.Span, "the value of a parameter at a point is a constant");
                if (!coordinates.TryAdd(parameter.Offset + entry, constant))
                {
                    throw new DiagnosticException(assignment.NameSpan, $"{Quotation.Of(parameter.Name)} has a value at this point already");
                }
            }

            values.Add((parameter.Name, _syntax.Source[assignment.Value.Span].ToString()));
        }

        return new SpecialPoint(values.ToImmutable(), coordinates.ToImmutable());
    }

    private void Precondition(PreconditionStatement statement, Dictionary<int, RationalFunction> metric)
    {
        Parameter parameter = _scope.FindParameter(statement.Name, statement.NameSpan);
        MatrixValue factor = Evaluator().EvaluateMatrix(statement.Factor);
        if (!factor.IsScalar && (factor.Rows != parameter.Rows || factor.Columns != parameter.Columns))
        {
            throw new DiagnosticException(
                statement.Factor.Span, $"the metric of {Quotation.Of(parameter.Name)} is a scalar or {parameter.Shape}, this is {factor.Shape}");
        }

        for (int entry = 0; entry < parameter.Count; entry++)
        {
            if (!metric.TryAdd(parameter.Offset + entry, factor.Entries[factor.IsScalar ? 0 : entry]))
            {
                throw new DiagnosticException(statement.NameSpan, $"{Quotation.Of(parameter.Name)} is preconditioned already");
            }
        }
    }

    private Rational[][]? ReadInputs(DataStatement statement)
    {
        if (_network is null)
        {
            return null; // the missing or broken network is reported where it is
        }

        if (_network.HasAttention)
        {
            throw new DiagnosticException(statement.Span, "`data` needs a network of one input vector; attention works on sequences of tokens");
        }

        MatrixValue rows = Evaluator().EvaluateMatrix(statement.Inputs);
        if (rows.Columns != _network.Input.Size)
        {
            throw new DiagnosticException(
                statement.Inputs.Span, $"each row of `data` is one input of {_network.Input.Size} entries, but the rows here have {rows.Columns}");
        }

        return [.. Enumerable.Range(0, rows.Rows).Select(row => Enumerable.Range(0, rows.Columns).Select(column =>
            MatrixArithmetic.Constant(rows[row, column])
                ?? throw new DiagnosticException(statement.Inputs.Span, "an entry of `data` is a constant")).ToArray())];
    }

    private Flow CreateFlow()
    {
        FlowStatement? statement = _syntax.Statements.OfType<FlowStatement>().FirstOrDefault();
        if (statement is null)
        {
            return Flow.Plain;
        }

        var rate = new Rational(1);
        if (statement.Rate is { } syntax)
        {
            if (syntax.Denominator.IsZero)
            {
                Report(new Diagnostic(syntax.Span, "division by zero"));
            }
            else
            {
                rate = new Rational(new Integer(syntax.Numerator), new Integer(syntax.Denominator));
            }
        }

        return statement.Kind switch
        {
            FlowKind.Momentum => new Flow(FlowDynamics.Momentum, rate),
            FlowKind.Nesterov => new Flow(FlowDynamics.Nesterov, rate),
            _ when statement.Rate is null || rate.IsZero => Flow.Plain,
            _ => new Flow(FlowDynamics.GradientWithDecay, rate),
        };
    }

    // Which statements stand together (language.md, "Errors").
    private void CheckCombination()
    {
        ImmutableArray<Statement> all = _syntax.Statements;
        CheckOnce<TitleStatement>("model");
        CheckOnce<NetworkStatement>("network");
        CheckOnce<FlowStatement>("flow");
        CheckOnce<LossStatement>("loss");
        CheckOnce<DataStatement>("data");
        if (all.OfType<FieldStatement>().Any())
        {
            foreach (Statement other in all.Where(other => other is PhiStatement or NetworkStatement or FlowStatement or PreconditionStatement))
            {
                Report(new Diagnostic(other.Span, $"`{Word(other)}` cannot stand together with `field`", "vector fields are used as they are written"));
            }
        }

        NetworkStatement? network = all.OfType<NetworkStatement>().FirstOrDefault();
        foreach (DataStatement data in all.OfType<DataStatement>().Where(_ => network is null))
        {
            Report(new Diagnostic(data.Span, "`data` needs a `network`: it lists inputs of the network"));
        }

        foreach (LossStatement loss in all.OfType<LossStatement>().Where(loss => loss.Kind == LossKind.CrossEntropy && network is null))
        {
            Report(new Diagnostic(loss.Span, "`loss cross-entropy` needs a `network`: it is about the network's outputs"));
        }
    }

    private void CheckOnce<T>(string word)
        where T : Statement
    {
        foreach (T repeated in _syntax.Statements.OfType<T>().Skip(1))
        {
            int line = _syntax.Source.Locate(_syntax.Statements.OfType<T>().First().Span.Start).Line;
            Report(new Diagnostic(repeated.Span, $"`{word}` stands once in a model; the first is in line {line}"));
        }
    }

    private void ThrowOnMistakes()
    {
        ImmutableArray<Statement> all = _syntax.Statements;
        if (_network is { Output.Size: < 2 })
        {
            foreach (LossStatement loss in all.OfType<LossStatement>().Where(loss => loss.Kind == LossKind.CrossEntropy))
            {
                Report(new Diagnostic(loss.Span, "`loss cross-entropy` needs a network of at least two outputs, this one has one"));
            }
        }

        if (_diagnostics.Count == 0 && !all.Any(statement => statement is PhiStatement or NetworkStatement or FieldStatement))
        {
            Report(new Diagnostic(
                new SourceSpan(_syntax.Source.Text.Length, 0),
                "nothing to analyse: a model needs `phi`, `network` or `field`",
                "for example: network 2 -> 3 relu -> 1"));
        }

        if (_diagnostics.Count > 0)
        {
            throw new ModelException(_syntax.Source, _diagnostics);
        }
    }

    private ExpressionEvaluator Evaluator() => new(_scope, allowsDerivations: false, _cancellation);

    private void CheckNew(string name, SourceSpan span)
    {
        if (_scope.IsDeclared(name))
        {
            throw new DiagnosticException(span, $"{Quotation.Of(name)} is declared already");
        }
    }

    private void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (DiagnosticException mistake)
        {
            if (mistake.Diagnostic is not null)
            {
                Report(mistake.Diagnostic);
            }
        }
    }

    private void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    private static string Word(Statement statement) => statement switch
    {
        PhiStatement => "phi",
        NetworkStatement => "network",
        FlowStatement => "flow",
        _ => "precondition",
    };
}
