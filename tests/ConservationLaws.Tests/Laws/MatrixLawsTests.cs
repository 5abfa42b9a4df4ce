using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Laws;

/// <summary>Balancedness in the notation of papers.</summary>
public sealed class MatrixLawsTests
{
    [Theory]
    [InlineData("network 3 -> 2 -> 4", "W1*W1^T - W2^T*W2")]
    [InlineData("network 2 -> 2 -> 2 -> 2", "W1*W1^T - W2^T*W2", "W2*W2^T - W3^T*W3")]
    [InlineData("parameters U[2,2], V[3,2]; phi U*V^T", "U^T*U - V^T*V")]
    [InlineData("network 2 -> 3 relu -> 2", "diag(W1*W1^T - W2^T*W2)")]
    [InlineData("network 2 -> 3 relu bias -> 2", "diag(W1*W1^T + b1*b1^T - W2^T*W2)")]
    [InlineData("network 1x5 -> conv 2 kernel 2 relu -> conv 1 kernel 2")]
    [InlineData("parameters U[2,2]; phi U*U^T")]
    [InlineData("parameters x, y; phi x*y")]
    public void Matrices_of_laws_are_recognized(string model, params string[] matrices) =>
        Assert.Equal(matrices, Prover.Prove(Model.Parse(model)).MatrixLaws.ToArray());

    [Theory]
    [InlineData("network 3 -> 2 -> 4")]
    [InlineData("network 2 -> 2 -> 3 -> 2")]
    [InlineData("network 2 -> 3 relu bias -> 2 relu -> 1")]
    [InlineData("parameters U[3,2], V[2,2]; phi U*V^T")]
    [InlineData("network 2 -> residual(2 -> 2) -> 2")]
    public void Every_entry_of_a_matrix_is_a_law(string model)
    {
        Model parsed = Model.Parse(model);
        Theorem theorem = Prover.Prove(parsed);
        Assert.NotEmpty(theorem.MatrixLaws);
        var verification = new LawVerification(parsed.Generators, parsed.Space.Dimension);
        string parameters = "parameters " + string.Join(", ", parsed.Space.Parameters.Select(parameter => $"{parameter.Name}[{parameter.Rows},{parameter.Columns}]"));
        foreach (string matrix in theorem.MatrixLaws)
        {
            // The language itself reads the matrix; of diag(…) the diagonal is what counts.
            string inner = matrix.StartsWith("diag(", StringComparison.Ordinal) ? matrix[5..^1] : matrix;
            Model reread = Model.Parse($"{parameters}; let M = {inner}; phi " + (inner == matrix ? "M" : "diag(M)"));
            foreach (Polynomial<Integer> entry in reread.Fields.Select(field => Potential(field.Field)))
            {
                Assert.Equal(-1, verification.FindViolation(entry, CancellationToken.None));
            }
        }
    }

    // A gradient of a quadratic form f is known: f = Σ θ_k ∂_k f / 2; the factor does not matter.
    private static Polynomial<Integer> Potential(ConservationLaws.Algebra.Geometry.VectorField<RationalFunction> gradient)
    {
        Polynomial<Integer> sum = RandomFields.Ring.Zero;
        for (int place = 0; place < gradient.Coordinates.Length; place++)
        {
            Assert.True(gradient.Coefficients[place].IsPolynomial);
            sum += RandomFields.Ring.Variable(gradient.Coordinates[place]) * gradient.Coefficients[place].Numerator;
        }

        return sum;
    }
}
