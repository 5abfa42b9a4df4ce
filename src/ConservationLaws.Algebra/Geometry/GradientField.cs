using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>Gradients of polynomials as vector fields whose components are worked out only when somebody asks for them.</summary>
/// <remarks>
/// The gradients of a large model have many times the terms of its functions, and most questions need few of them. The coordinates of a
/// gradient are the variables of its function, so they are known without differentiating.
/// </remarks>
public static class GradientField
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The field ∇f divided by the greatest common divisor of all its integer coefficients, its first component leading positively.</summary>
    /// <param name="function">The polynomial f.</param>
    public static VectorField<Polynomial<Integer>> Primitive(Polynomial<Integer> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new VectorField<Polynomial<Integer>>([.. function.Variables], () => Components(function));
    }

    /// <summary>Divides the components of a field by the greatest common divisor of all their integer coefficients; the first leads positively.</summary>
    /// <param name="components">Polynomials, none of them zero.</param>
    public static ImmutableArray<Polynomial<Integer>> MakePrimitive(ImmutableArray<Polynomial<Integer>> components)
    {
        if (components.IsEmpty)
        {
            return components;
        }

        Integer content = Integer.Zero;
        foreach (Polynomial<Integer> component in components)
        {
            content = content.IsOne ? content : Integer.Gcd(content, IntegerPolynomial.Content(component));
        }

        if (components[0].LeadingCoefficient.Sign < 0)
        {
            content = -content;
        }

        return content.IsOne ? components : [.. components.Select(component => IntegerPolynomial.DivideExact(component, content))];
    }

    private static ImmutableArray<Polynomial<Integer>> Components(Polynomial<Integer> function) =>
        MakePrimitive([.. Ring.Gradient(function).Select(component => component.Derivative)]);
}
