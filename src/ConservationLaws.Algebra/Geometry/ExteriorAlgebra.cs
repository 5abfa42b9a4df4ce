using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>The differential forms of every degree over a ring of functions of finitely many coordinates.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
/// <typeparam name="TRing">The ring of functions that they belong to.</typeparam>
/// <remarks>
/// Brackets of vector fields have the sign of <see cref="VectorFieldModule{T, TRing}.Bracket"/>, [X, Y] = dX·Y − dY·X, so that
/// dω(X, Y) = X(ω(Y)) − Y(ω(X)) + ω([X, Y]). É. Cartan, <i>Les systèmes différentiels extérieurs</i> (1945). math.md 7.1.
/// </remarks>
public readonly partial struct ExteriorAlgebra<T, TRing>
    where TRing : struct, IFunctionRing<T>
{
    private readonly TRing _ring;

    /// <summary>Makes the algebra of forms on a space.</summary>
    /// <param name="ring">The functions.</param>
    /// <param name="dimension">The number of coordinates, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The dimension is negative.</exception>
    public ExteriorAlgebra(TRing ring, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        (_ring, Dimension) = (ring, dimension);
    }

    /// <summary>The number of coordinates θ₀, θ₁, ….</summary>
    public int Dimension { get; }

    /// <summary>The form of a degree without components.</summary>
    public DifferentialForm<T> Zero(int degree) => Sums(degree).ToForm();

    /// <summary>A function as a form of degree 0.</summary>
    public DifferentialForm<T> Function(T function) => Create(0, [([], function)]);

    /// <summary>Makes a form from components; those of one set of indices are added with the signs of their orders, zeros are dropped.</summary>
    /// <param name="degree">The degree p.</param>
    /// <param name="components">Lists of p coordinates, counted from 0, in any order, and their components.</param>
    /// <exception cref="ArgumentException">A list has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative, or there is no such coordinate.</exception>
    public DifferentialForm<T> Create(int degree, IEnumerable<(int[] Indices, T Coefficient)> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        ComponentSums<T, TRing> sums = Sums(degree);
        foreach ((int[] indices, T coefficient) in components)
        {
            if (indices.Length != degree)
            {
                throw new ArgumentException($"A component of a form of degree {degree} needs {degree} indices.", nameof(components));
            }

            foreach (int index in indices)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(components));
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Dimension, nameof(components));
            }

            sums.Add(indices, coefficient, _ring.One);
        }

        return sums.ToForm();
    }

    /// <summary>The sum of two forms of one degree.</summary>
    /// <exception cref="ArgumentException">The degrees differ.</exception>
    public DifferentialForm<T> Add(DifferentialForm<T> left, DifferentialForm<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Degree != right.Degree)
        {
            throw new ArgumentException("Only forms of one degree have a sum.", nameof(right));
        }

        ComponentSums<T, TRing> sums = Sums(left.Degree);
        AddMultiple(sums, _ring.One, left);
        AddMultiple(sums, _ring.One, right);
        return sums.ToForm();
    }

    /// <summary>The form with every component negated.</summary>
    public DifferentialForm<T> Negate(DifferentialForm<T> form) => Scale(_ring.Negate(_ring.One), form);

    /// <summary>The form with every component multiplied by a function.</summary>
    public DifferentialForm<T> Scale(T factor, DifferentialForm<T> form)
    {
        ArgumentNullException.ThrowIfNull(form);
        ComponentSums<T, TRing> sums = Sums(form.Degree);
        AddMultiple(sums, factor, form);
        return sums.ToForm();
    }

    /// <summary>Whether two forms have the same degree and components.</summary>
    public bool AreEqual(DifferentialForm<T> left, DifferentialForm<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        TRing ring = _ring;
        return left.Degree == right.Degree
            && left.Indices.AsSpan().SequenceEqual(right.Indices.AsSpan())
            && left.Coefficients.Zip(right.Coefficients).All(pair => ring.AreEqual(pair.First, pair.Second));
    }

    /// <summary>The wedge product α ∧ β.</summary>
    public DifferentialForm<T> Wedge(DifferentialForm<T> left, DifferentialForm<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ComponentSums<T, TRing> sums = Sums(left.Degree + right.Degree);
        for (int i = 0; i < left.Coefficients.Length; i++)
        {
            for (int j = 0; j < right.Coefficients.Length; j++)
            {
                sums.Add([.. left.IndexList(i), .. right.IndexList(j)], left.Coefficients[i], right.Coefficients[j]);
            }
        }

        return sums.ToForm();
    }

    private static void AddMultiple(ComponentSums<T, TRing> sums, T factor, DifferentialForm<T> form)
    {
        for (int component = 0; component < form.Coefficients.Length; component++)
        {
            sums.Add(form.IndexList(component), factor, form.Coefficients[component]);
        }
    }

    private ComponentSums<T, TRing> Sums(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        return new ComponentSums<T, TRing>(_ring, degree);
    }
}
