using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

/// <summary>A polynomial conservation law: X(h) = 0 for every generator X.</summary>
/// <remarks>
/// Its coefficients are coprime integers, the leading one positive (graded lexicographic, first variable largest), and it has no constant
/// term. Laws with thousands of terms are kept as lists of squares; the polynomial is made when it is asked for.
/// </remarks>
public sealed class Law
{
    private readonly (int Coordinate, Integer Coefficient)[]? _squares;
    private Polynomial<Integer>? _polynomial;

    /// <summary>Makes a law from its polynomial.</summary>
    /// <param name="polynomial">The polynomial, with coprime coefficients, a positive leading one, and no constant term.</param>
    public Law(Polynomial<Integer> polynomial)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        _polynomial = polynomial;
        Degree = polynomial.TotalDegree;
        TermCount = polynomial.TermCount;
    }

    private Law((int Coordinate, Integer Coefficient)[] squares)
    {
        _squares = squares;
        Degree = 2;
        TermCount = squares.Length;
    }

    /// <summary>The total degree, at least 1.</summary>
    public int Degree { get; }

    /// <summary>The number of terms.</summary>
    public int TermCount { get; }

    /// <summary>The polynomial h.</summary>
    public Polynomial<Integer> Polynomial => _polynomial ??= default(PolynomialRing<Integer, IntegerRing>).FromTerms(Terms);

    /// <summary>The terms, greatest first.</summary>
    public IEnumerable<(Integer Coefficient, Monomial Monomial)> Terms => _squares is null
        ? Polynomial.Terms
        : _squares.Select(square => (square.Coefficient, Monomial.Create([(square.Coordinate, 2)])));

    /// <summary>The law Σ c_k θ_k².</summary>
    /// <param name="squares">Coprime coefficients, none zero, by ascending coordinate; the first becomes positive.</param>
    internal static Law OfSquares((int Coordinate, Integer Coefficient)[] squares) =>
        new(squares[0].Coefficient.Sign > 0 ? squares : Array.ConvertAll(squares, square => (square.Coordinate, -square.Coefficient)));

    /// <summary>The law θ_k.</summary>
    internal static Law OfCoordinate(int coordinate) => new(default(PolynomialRing<Integer, IntegerRing>).Variable(coordinate));

    /// <summary>The law as the language reads it back.</summary>
    /// <param name="name">The names of the coordinates.</param>
    public string Format(Func<int, string> name)
    {
        using var writer = new StringWriter();
        PolynomialFormatter.Write(writer, Terms, name);
        return writer.ToString();
    }
}
