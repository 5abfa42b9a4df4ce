using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// A polynomial p of degree e_k in θ_k, composed with θ_k = n_k/d_k and multiplied by Π d_k^e_k, is a polynomial: every term c·Π θ_k^a_k becomes
// c·Π n_k^a_k·d_k^(e_k − a_k). So numerator and denominator are composed without fractions, and one gcd at the end reduces the quotient.

public sealed partial class RationalFunction
{
    /// <summary>Replaces variables by rational functions, all at once.</summary>
    /// <param name="image">The image of a variable. Asked once for each variable that occurs.</param>
    /// <exception cref="DivideByZeroException">The denominator becomes zero.</exception>
    public RationalFunction Substitute(Func<int, RationalFunction> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Dictionary<int, RationalFunction> images =
            Numerator.Variables.ToArray().Union(Denominator.Variables.ToArray()).ToDictionary(static variable => variable, image);
        if (images.Values.All(static function => function.IsPolynomial))
        {
            return Create(Ring.Substitute(Numerator, Image), Ring.Substitute(Denominator, Image));
        }

        (Polynomial<Integer> numerator, Polynomial<Integer> underNumerator) = Compose(Numerator, images);
        (Polynomial<Integer> denominator, Polynomial<Integer> underDenominator) = Compose(Denominator, images);
        return Create(Ring.Multiply(numerator, underDenominator), Ring.Multiply(denominator, underNumerator));

        Polynomial<Integer> Image(int variable) => images[variable].Numerator;
    }

    private static (Polynomial<Integer> Value, Polynomial<Integer> Denominator) Compose(
        Polynomial<Integer> polynomial, Dictionary<int, RationalFunction> images)
    {
        int[] variables = polynomial.Variables.ToArray();
        int[] degrees = Array.ConvertAll(variables, polynomial.Degree);
        var products = new List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>(polynomial.TermCount);
        foreach ((Integer coefficient, Monomial monomial) in polynomial.Terms)
        {
            Polynomial<Integer> product = Ring.Constant(coefficient);
            for (int place = 0; place < variables.Length; place++)
            {
                RationalFunction function = images[variables[place]];
                int exponent = monomial.Exponent(variables[place]);
                product = Ring.Multiply(product, Ring.Multiply(
                    Ring.Power(function.Numerator, exponent), Ring.Power(function.Denominator, degrees[place] - exponent)));
            }

            products.Add((product, Ring.One));
        }

        Polynomial<Integer> denominator = Ring.One;
        for (int place = 0; place < variables.Length; place++)
        {
            denominator = Ring.Multiply(denominator, Ring.Power(images[variables[place]].Denominator, degrees[place]));
        }

        return (Ring.SumOfProducts([.. products]), denominator);
    }
}
