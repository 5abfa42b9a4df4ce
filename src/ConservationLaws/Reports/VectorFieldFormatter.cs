using System.Text;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Reports;

/// <summary>Vector fields in the notation of <c>field</c> statements: <c>x*D[y] - y*D[x]</c>.</summary>
public static class VectorFieldFormatter
{
    /// <summary>Writes a field so that the language reads it back.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">The names of the coordinates.</param>
    public static string Format(VectorField<RationalFunction> field, Func<int, string> name)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        for (int place = 0; place < field.Coordinates.Length; place++)
        {
            string coefficient = PolynomialFormatter.Format(field.Coefficients[place], name);
            bool isSum = coefficient.Contains(' ') || coefficient.Contains('/');
            bool isNegative = !isSum && coefficient.StartsWith('-');
            string magnitude = isNegative ? coefficient[1..] : coefficient;
            text.Append(text.Length == 0 ? isNegative ? "-" : "" : isNegative ? " - " : " + ");
            string factor = isSum ? $"({coefficient})*" : magnitude == "1" ? "" : $"{magnitude}*";
            text.Append(factor).Append("D[").Append(name(field.Coordinates[place])).Append(']');
        }

        return text.Length == 0 ? "0" : text.ToString();
    }
}
