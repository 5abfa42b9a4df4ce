using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>The module of vector fields over a ring of functions, with the Lie bracket and the action on functions.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
/// <typeparam name="TRing">The ring of functions that they belong to.</typeparam>
/// <remarks>math.md 1.2.</remarks>
public readonly struct VectorFieldModule<T, TRing>
    where TRing : struct, IDifferentialRing<T>
{
    private readonly TRing _ring;

    /// <summary>Makes the module of vector fields over a ring.</summary>
    public VectorFieldModule(TRing ring) => _ring = ring;

    /// <summary>The field without components.</summary>
    public VectorField<T> Zero => new([], []);

    /// <summary>Makes a field from components; those of one coordinate are added, zeros are dropped.</summary>
    /// <param name="components">Pairs of a coordinate, counted from 0, and a component, in any order.</param>
    public VectorField<T> Create(IEnumerable<(int Coordinate, T Coefficient)> components)
    {
        var sums = new SortedDictionary<int, T>();
        foreach ((int coordinate, T coefficient) in components)
        {
            sums[coordinate] = sums.TryGetValue(coordinate, out T? present) ? _ring.Add(present, coefficient) : coefficient;
        }

        ImmutableArray<int>.Builder coordinates = ImmutableArray.CreateBuilder<int>(sums.Count);
        ImmutableArray<T>.Builder coefficients = ImmutableArray.CreateBuilder<T>(sums.Count);
        foreach ((int coordinate, T coefficient) in sums)
        {
            if (!_ring.IsZero(coefficient))
            {
                coordinates.Add(coordinate);
                coefficients.Add(coefficient);
            }
        }

        return new VectorField<T>(coordinates.DrainToImmutable(), coefficients.DrainToImmutable());
    }

    /// <summary>The gradient Σ ∂f/∂θ_k ∂/∂θ_k with respect to the Euclidean metric.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="variables">The coordinates on which f depends; further ones do no harm.</param>
    public VectorField<T> Gradient(T function, IEnumerable<int> variables)
    {
        TRing ring = _ring;
        return Create(variables.Select(variable => (variable, ring.Differentiate(function, variable))));
    }

    /// <summary>The sum of two fields.</summary>
    public VectorField<T> Add(VectorField<T> left, VectorField<T> right) => Create(Components(left).Concat(Components(right)));

    /// <summary>The field with every component negated.</summary>
    public VectorField<T> Negate(VectorField<T> field) => Map(field, _ring.Negate);

    /// <summary>The field with every component multiplied by a function.</summary>
    public VectorField<T> Scale(T factor, VectorField<T> field)
    {
        TRing ring = _ring;
        return Map(field, coefficient => ring.Multiply(factor, coefficient));
    }

    /// <summary>Whether two fields have the same components.</summary>
    public bool AreEqual(VectorField<T> left, VectorField<T> right)
    {
        TRing ring = _ring;
        return left.Coordinates.SequenceEqual(right.Coordinates)
            && left.Coefficients.Zip(right.Coefficients).All(pair => ring.AreEqual(pair.First, pair.Second));
    }

    /// <summary>The derivative X(f) = Σ X_k ∂f/∂θ_k of a function along a field.</summary>
    public T Apply(VectorField<T> field, T function)
    {
        var products = new List<(T Left, T Right)>();
        AddDirectionalDerivative(products, field, function, negated: false);
        return _ring.SumOfProducts(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(products));
    }

    /// <summary>The Lie bracket [X, Y] = dX·Y − dY·X, in the sign of arXiv:2307.00144 (math.md 1.2).</summary>
    /// <remarks>Each component is one fused sum of products.</remarks>
    public VectorField<T> Bracket(VectorField<T> left, VectorField<T> right)
    {
        var components = new List<(int Coordinate, T Coefficient)>();
        var products = new List<(T Left, T Right)>();
        foreach (int coordinate in left.Coordinates.Union(right.Coordinates))
        {
            products.Clear();
            if (left.TryGetCoefficient(coordinate, out T ofLeft))
            {
                AddDirectionalDerivative(products, right, ofLeft, negated: false);
            }

            if (right.TryGetCoefficient(coordinate, out T ofRight))
            {
                AddDirectionalDerivative(products, left, ofRight, negated: true);
            }

            components.Add((coordinate, _ring.SumOfProducts(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(products))));
        }

        return Create(components);
    }

    private static IEnumerable<(int Coordinate, T Coefficient)> Components(VectorField<T> field) =>
        field.Coordinates.Zip(field.Coefficients);

    private VectorField<T> Map(VectorField<T> field, Func<T, T> image) =>
        Create(Components(field).Select(component => (component.Coordinate, image(component.Coefficient))));

    // Appends the products X_k · ∂f/∂θ_k, whose sum is ±X(f).
    private void AddDirectionalDerivative(List<(T Left, T Right)> products, VectorField<T> field, T function, bool negated)
    {
        for (int place = 0; place < field.Coordinates.Length; place++)
        {
            T derivative = _ring.Differentiate(function, field.Coordinates[place]);
            if (!_ring.IsZero(derivative))
            {
                products.Add((negated ? _ring.Negate(derivative) : derivative, field.Coefficients[place]));
            }
        }
    }
}
