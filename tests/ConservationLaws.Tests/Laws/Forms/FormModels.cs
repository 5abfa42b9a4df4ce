namespace ConservationLaws.Tests.Laws.Forms;

/// <summary>Models whose laws are not all polynomials of low degree (math.md 4.2, 7.1).</summary>
internal static class FormModels
{
    internal const string Circle = "parameters x, y; phi x^2/2 + y^2/2";
    internal const string Logarithm = "parameters x, y; phi x + y^2/2";
    internal const string Golden = "parameters x, y; phi x^2/2 + x*y";
    internal const string Mirror = "parameters U[1,2], V[1,2]; phi U*V^T; precondition U by U; precondition V by V";
    internal const string SquareNeurons = "parameters u[2], v[2]; phi u[1]*v[1]^2 + u[2]*v[2]^2";
    internal const string Screw = "parameters x, y, z; field -y*D[x] + x*D[y] + D[z]";

    /// <summary>Two copies of the mirror flow of 1×1 factors with two terms, in the order u, w, v, z of each.</summary>
    internal const string TwoMirrors = """
        parameters a[4], b[4]
        field a[1]*a[3]*(D[a[1]] + D[a[3]]) + a[2]*a[4]*(D[a[2]] + D[a[4]])
        field b[1]*b[3]*(D[b[1]] + D[b[3]]) + b[2]*b[4]*(D[b[2]] + D[b[4]])
        """;

    /// <summary>Each with its dimension, the number of laws, those that are polynomials, and the classes of the others.</summary>
    internal static (string Model, int Dimension, int Laws, int Polynomials, string Classes)[] All { get; } =
    [
        (Circle, 2, 1, 0, "Rational"),
        ("parameters x, y; phi x^2/2 + y^2", 2, 1, 0, "Rational"),
        (Logarithm, 2, 1, 0, "Closed"),
        ("parameters x, y; phi x + y + y^3/3", 2, 1, 0, "Closed"),
        (Golden, 2, 1, 0, "Closed"),
        ("parameters x, y, z; phi x*y + z", 3, 2, 1, "Closed"),
        ("parameters V[2,3]; phi V*V^T", 6, 2, 0, "Rational,Rational"),
        ("parameters V[2,4]; phi V*V^T", 8, 4, 0, "Rational,Rational,Rational,Rational"),
        ("parameters V[3,4]; phi V*V^T", 12, 3, 0, "Rational,Rational,Rational"),
        ("parameters x, y; field x*(1-y)*D[x] - y*(1-x)*D[y]", 2, 1, 0, "Closed"),
        (Mirror, 4, 3, 2, "Solvable"),
        ("parameters U[1,3], V[1,3]; phi U*V^T; precondition U by U; precondition V by V", 6, 5, 3, "Solvable,Solvable"),
        (SquareNeurons, 4, 3, 2, "Solvable"),
        ("network 1 -> 2 -> 2 -> 1", 8, 7, 6, "Solvable"),
        ("network 1 -> 2 -> 2 -> 1 -> 2", 10, 8, 7, "Solvable"),
        ("network 2 -> 1 -> 2 -> 2 -> 1", 10, 8, 7, "Solvable"),
        ("parameters x, y; field 7*x*D[x] - 9*y*D[y]", 2, 1, 1, ""),
        ("parameters x, y; field 2*x*D[x] - 3*y*D[y]", 2, 1, 1, ""),
        (Screw, 3, 2, 1, "Closed"),
        ("parameters x, y, z; field -y*D[x] + 4*x*D[y] + D[z]", 3, 2, 1, "Closed"),
        ("parameters x, y, z; field (x-y)*D[x] + (x+y)*D[y] + z*D[z]", 3, 2, 0, "Rational,Closed"),
        ("parameters x, y; field (x+y)*D[x] + x*D[y]", 2, 1, 0, "Closed"),
        ("parameters x, y; field (2*x-3*y)*D[x] + (3*x+2*y)*D[y]", 2, 1, 0, "Closed"),
        ("parameters x, y; field (1+y+y^2)*D[y] + D[x]", 2, 1, 0, "Closed"),
        ("parameters x, y; field (3+2*y+y^2)*D[y] + x*D[x]", 2, 1, 0, "Closed"),
        ("parameters x, y, z; field x*D[x] + (1+y+y^2)*D[y] + z*(2*y+1)*D[z]", 3, 2, 0, "Rational,Closed"),
        ("parameters x, y; field (x^2-2*y^2)*D[x] + x*y*D[y]", 2, 1, 0, "Closed"),
        ("parameters x, y, z; field x*D[x]; field y*D[y] + z*D[z]", 3, 1, 0, "Rational"),
        ("parameters x, y, u, v; phi x^2/2 + x*y, u + v + v^3/3", 4, 2, 0, "Closed,Closed"),
        (TwoMirrors, 8, 6, 4, "Solvable,Solvable"),
    ];
}
