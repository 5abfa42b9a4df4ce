using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Polynomials;

namespace ConservationLaws.Algebra.Tests.Geometry;

public sealed class GradientFieldTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    [Fact]
    public void A_primitive_gradient_is_the_gradient_over_its_content()
    {
        var random = new SplitMix64(7);
        for (int round = 0; round < 400; round++)
        {
            int[] variables = RandomPolynomials.Variables(1 + (int)random.NextBelow(6));
            Polynomial<Integer> function = Ring.Scale(new Integer(1 + (int)random.NextBelow(6)), RandomPolynomials.Draw(random, variables, 8, 4));
            VectorField<Polynomial<Integer>> field = GradientField.Primitive(function);
            Assert.Equal(function.Variables.ToArray(), field.Coordinates);
            Assert.Equal(field.Coordinates.Length, field.Coefficients.Length);
            if (field.IsZero)
            {
                continue;
            }

            Integer content = field.Coefficients.Aggregate(Integer.Zero, (gcd, component) => Integer.Gcd(gcd, IntegerPolynomial.Content(component)));
            Assert.Equal(Integer.One, content);
            Assert.True(field.Coefficients[0].LeadingCoefficient.Sign > 0);
            Polynomial<Integer> derivative = Ring.Differentiate(function, field.Coordinates[0]);
            for (int place = 0; place < field.Coordinates.Length; place++)
            {
                // The components are proportional to the partial derivatives.
                Assert.Equal(
                    Ring.Multiply(derivative, field.Coefficients[place]),
                    Ring.Multiply(field.Coefficients[0], Ring.Differentiate(function, field.Coordinates[place])));
            }
        }
    }
}
