namespace ConservationLaws.Algebra.Geometry;

public readonly partial struct ExteriorAlgebra<T, TRing>
{
    /// <summary>The differential df = Σ ∂f/∂θ_k dθ_k of a function.</summary>
    public OneForm<T> Differential(T function) => (OneForm<T>)ExteriorDerivative(Function(function));

    /// <summary>The exterior derivative dω = Σ ∂c_I/∂θ_k dθ_k ∧ dθ_I.</summary>
    public DifferentialForm<T> ExteriorDerivative(DifferentialForm<T> form)
    {
        ArgumentNullException.ThrowIfNull(form);
        ComponentSums<T, TRing> sums = Sums(form.Degree + 1);
        for (int component = 0; component < form.Coefficients.Length; component++)
        {
            ReadOnlySpan<int> indices = form.IndexList(component);
            for (int coordinate = 0; coordinate < Dimension; coordinate++)
            {
                if (indices.BinarySearch(coordinate) < 0)
                {
                    T derivative = _ring.Differentiate(form.Coefficients[component], coordinate);
                    if (!_ring.IsZero(derivative))
                    {
                        sums.Add([coordinate, .. indices], derivative, _ring.One);
                    }
                }
            }
        }

        return sums.ToForm();
    }

    /// <summary>The interior product ι_X ω = ω(X, ·, …), a form of degree p − 1.</summary>
    /// <exception cref="ArgumentException">The form is a function.</exception>
    public DifferentialForm<T> InteriorProduct(VectorField<T> field, DifferentialForm<T> form)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(form);
        if (form.Degree == 0)
        {
            throw new ArgumentException("A function takes no vector field.", nameof(form));
        }

        ComponentSums<T, TRing> sums = Sums(form.Degree - 1);
        for (int component = 0; component < form.Coefficients.Length; component++)
        {
            ReadOnlySpan<int> indices = form.IndexList(component);
            for (int place = 0; place < indices.Length; place++)
            {
                if (field.TryGetCoefficient(indices[place], out T direction))
                {
                    // dθ_i at place j moves to the front past j others.
                    T coefficient = form.Coefficients[component];
                    sums.Add([.. indices[..place], .. indices[(place + 1)..]], place % 2 == 0 ? coefficient : _ring.Negate(coefficient), direction);
                }
            }
        }

        return sums.ToForm();
    }

    /// <summary>The Lie derivative L_X ω = d ι_X ω + ι_X dω; of a function it is X(f).</summary>
    public DifferentialForm<T> LieDerivative(VectorField<T> field, DifferentialForm<T> form)
    {
        DifferentialForm<T> inner = InteriorProduct(field, ExteriorDerivative(form));
        return form.Degree == 0 ? inner : Add(ExteriorDerivative(InteriorProduct(field, form)), inner);
    }

    /// <summary>The function ω(X₁, …, X_p).</summary>
    /// <param name="form">A form of degree p.</param>
    /// <param name="fields">The p fields.</param>
    /// <exception cref="ArgumentException">The number of fields is not the degree.</exception>
    public T Evaluate(DifferentialForm<T> form, params ReadOnlySpan<VectorField<T>> fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (fields.Length != form.Degree)
        {
            throw new ArgumentException("A form takes as many fields as its degree.", nameof(fields));
        }

        foreach (VectorField<T> field in fields)
        {
            form = InteriorProduct(field, form);
        }

        return form.IsZero ? _ring.Zero : form.Coefficients[0];
    }

    /// <summary>The pull-back to this space of a form on another one, along the map y ↦ θ(y): every θ_k becomes a function θ_k(y), dθ_k its differential.</summary>
    /// <param name="form">A form on the other space.</param>
    /// <param name="map">The function θ_k(y) on this space for a coordinate k of the other one.</param>
    /// <exception cref="DivideByZeroException">A component has a pole everywhere on the image of the map.</exception>
    public DifferentialForm<T> PullBack(DifferentialForm<T> form, Func<int, T> map)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(map);
        var differentials = new Dictionary<int, DifferentialForm<T>>();
        DifferentialForm<T> sum = Zero(form.Degree);
        for (int component = 0; component < form.Coefficients.Length; component++)
        {
            DifferentialForm<T> product = Function(_ring.Substitute(form.Coefficients[component], map));
            foreach (int coordinate in form.IndexList(component))
            {
                if (!differentials.TryGetValue(coordinate, out DifferentialForm<T>? differential))
                {
                    differential = Differential(map(coordinate));
                    differentials.Add(coordinate, differential);
                }

                product = Wedge(product, differential);
            }

            sum = Add(sum, product);
        }

        return sum;
    }

    /// <summary>The restriction of a form to the subset where some coordinates have given values; the other coordinates keep their numbers.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">The values by coordinate, functions of the coordinates that are not fixed.</param>
    /// <exception cref="DivideByZeroException">A component has a pole everywhere on the subset.</exception>
    public DifferentialForm<T> Restrict(DifferentialForm<T> form, IReadOnlyDictionary<int, T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        TRing ring = _ring;
        return PullBack(form, coordinate => values.TryGetValue(coordinate, out T? value) ? value : ring.Variable(coordinate));
    }
}
