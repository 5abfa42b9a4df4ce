using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A gcd to be found modulo primes: two polynomials that are primitive in a main variable, and what is known of their gcd.</summary>
internal sealed class GcdProblem
{
    /// <summary>States a problem.</summary>
    /// <param name="left">The first polynomial, primitive and of positive degree in the main variable.</param>
    /// <param name="right">The second polynomial, likewise.</param>
    /// <param name="leading">γ: the gcd of the leading coefficients in the main variable.</param>
    /// <param name="main">The main variable.</param>
    /// <param name="bounds">Bounds for the degrees of the gcd.</param>
    internal GcdProblem(Polynomial<Integer> left, Polynomial<Integer> right, Polynomial<Integer> leading, int main, GcdDegreeBounds bounds)
    {
        Main = main;
        (Left, Right, Leading) = (new EvaluationPlan(left, main), new EvaluationPlan(right, main), new EvaluationPlan(leading, main));
        // A content may have taken a variable away from one side.
        Others = Array.FindAll(MonomialLayout.Union(left.Layout, right.Layout, 0).Variables.ToArray(), v => v != main);
        // H = γ/lc(h)·h adds at most the degree of γ to that of h.
        DegreeBounds = Array.ConvertAll(
            Others, v => Math.Min(bounds.Degree(v), Math.Min(left.Degree(v), right.Degree(v))) + leading.Degree(v));
        TotalDegreeBound = Math.Min(bounds.TotalDegree, Math.Min(left.TotalDegree, right.TotalDegree)) + leading.TotalDegree;
    }

    internal int Main { get; }

    internal EvaluationPlan Left { get; }

    internal EvaluationPlan Right { get; }

    internal EvaluationPlan Leading { get; }

    /// <summary>All variables except the main one, ascending.</summary>
    internal int[] Others { get; }

    /// <summary>For each other variable a bound for the degree of H.</summary>
    internal int[] DegreeBounds { get; }

    /// <summary>A bound for the total degree of H.</summary>
    internal int TotalDegreeBound { get; }
}
