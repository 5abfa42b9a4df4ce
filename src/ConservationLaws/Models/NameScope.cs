using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Language;

namespace ConservationLaws.Models;

/// <summary>The names declared so far: parameters and <c>let</c> abbreviations.</summary>
internal sealed class NameScope
{
    private const string NothingDeclared = "no parameters are declared yet: write `parameters x, y` first";

    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatrixValue> _abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    /// <summary>All names, in no particular order.</summary>
    internal IEnumerable<string> Names => _parameters.Keys.Concat(_abbreviations.Keys);

    internal bool IsDeclared(string name) => _parameters.ContainsKey(name) || _abbreviations.ContainsKey(name) || _broken.Contains(name);

    internal void Declare(Parameter parameter) => _parameters.Add(parameter.Name, parameter);

    internal void Declare(string abbreviation, MatrixValue value) => _abbreviations.Add(abbreviation, value);

    /// <summary>Marks a name whose declaration is wrong, so that its uses are not reported as well.</summary>
    internal void DeclareBroken(string name) => _broken.Add(name);

    /// <summary>Finds a parameter.</summary>
    /// <exception cref="DiagnosticException">There is no parameter of that name.</exception>
    internal Parameter FindParameter(string name, SourceSpan span)
    {
        if (_parameters.TryGetValue(name, out Parameter? parameter))
        {
            return parameter;
        }

        if (_abbreviations.ContainsKey(name))
        {
            throw new DiagnosticException(span, $"{Quotation.Of(name)} is an abbreviation; a parameter is needed here", NearestName.Suggest(name, [.. _parameters.Keys], "known parameters"));
        }

        throw Unknown(name, span);
    }

    /// <summary>Reads a name, with or without indices, as a matrix of functions of the parameters.</summary>
    internal MatrixValue Read(NameExpression reference)
    {
        if (_abbreviations.TryGetValue(reference.Name, out MatrixValue? value))
        {
            return reference.Indices.IsEmpty ? value : MatrixValue.Scalar(Entry(value, reference));
        }

        Parameter parameter = FindParameter(reference.Name, reference.NameSpan);
        return reference.Indices.IsEmpty
            ? MatrixValue.Create(parameter.Rows, parameter.Columns, (row, column) => RationalFunction.Variable(parameter.Offset + (row * parameter.Columns) + column))
            : MatrixValue.Scalar(RationalFunction.Variable(FindCoordinate(parameter, reference.NameSpan, reference.Indices)));
    }

    /// <summary>The coordinate that a parameter's name with indices stands for.</summary>
    /// <exception cref="DiagnosticException">The indices do not fit the parameter's shape.</exception>
    internal static int FindCoordinate(Parameter parameter, SourceSpan span, IReadOnlyList<IndexSyntax> indices)
    {
        int[] dimensions = [.. parameter.Dimensions];
        if (parameter.Count == 1 && indices.Count == 0)
        {
            return parameter.Offset;
        }

        // A column may be indexed as the matrix that it is, and a 1×1 matrix is a scalar.
        if (indices.Count == 2 && dimensions.Length == 1)
        {
            dimensions = [dimensions[0], 1];
        }

        if (indices.Count != dimensions.Length)
        {
            throw new DiagnosticException(
                span,
                $"{Quotation.Of(parameter.Name)} is {parameter.Shape} and takes {Count(dimensions.Length)}, not {indices.Count}");
        }

        int entry = 0;
        for (int axis = 0; axis < dimensions.Length; axis++)
        {
            CheckIndex(parameter.Name, indices[axis], dimensions[axis], axis, dimensions.Length);
            entry = (entry * dimensions[axis]) + (int)indices[axis].Value - 1;
        }

        return parameter.Offset + entry;
    }

    private static RationalFunction Entry(MatrixValue value, NameExpression reference)
    {
        IReadOnlyList<IndexSyntax> indices = reference.Indices;
        if (indices.Count == 1 && value.Columns == 1)
        {
            CheckIndex(reference.Name, indices[0], value.Rows, 0, 1);
            return value[(int)indices[0].Value - 1, 0];
        }

        if (indices.Count != 2)
        {
            throw new DiagnosticException(reference.Span, $"{Quotation.Of(reference.Name)} is {value.Shape} and takes {Count(2)}, not {indices.Count}");
        }

        CheckIndex(reference.Name, indices[0], value.Rows, 0, 2);
        CheckIndex(reference.Name, indices[1], value.Columns, 1, 2);
        return value[(int)indices[0].Value - 1, (int)indices[1].Value - 1];
    }

    private static void CheckIndex(string name, IndexSyntax index, int size, int axis, int axes)
    {
        if (index.Value < 1 || index.Value > size)
        {
            string what = axes == 1 ? "index" : axes > 2 ? $"index number {axis + 1}" : axis == 0 ? "row" : "column";
            string given = index.Value > 1_000_000_000 ? "the index" : index.Value.ToString();
            throw new DiagnosticException(index.Span, $"{given} is out of range: the {what} of {Quotation.Of(name)} runs from 1 to {size}");
        }
    }

    private static string Count(int indices) => indices switch { 0 => "no index", 1 => "one index", 2 => "two indices", 3 => "three indices", _ => $"{indices} indices" };

    private DiagnosticException Unknown(string name, SourceSpan span)
    {
        if (_broken.Contains(name))
        {
            return new DiagnosticException(diagnostic: null);
        }

        return new DiagnosticException(span, $"unknown name {Quotation.Of(name)}", KnownNames(name));
    }

    private string KnownNames(string name) => NearestName.Suggest(name, [.. Names], "known parameters") ?? NothingDeclared;
}
