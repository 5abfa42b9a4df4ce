using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Symmetries;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Laws;

// Balancedness: for each matrix parameter P the Gram matrices P·Pᵀ and Pᵀ·P, for a column b the matrix b·bᵀ. A combination Σ c_i G_i of
// Gram matrices of one size is sought such that every entry is a law; the condition X(Σ c_i G_i)_kl = 0 is linear in c. It is solved
// modulo the prime at the point, and every entry of what comes out is checked as an identity over Z.

/// <summary>Recognizes quadratic laws that are the entries, or the diagonal entries, of combinations of Gram matrices.</summary>
internal static class MatrixLaws
{
    // Display only: beyond this many entries to check, laws are listed one by one.
    private const int MaximumEntries = 5_000;
    private const int MaximumParameters = 400;

    // Entries that give linear conditions; all entries of what these leave are checked.
    private const int MaximumConditions = 12;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The matrix laws of a model, such as <c>W1*W1^T - W2^T*W2</c>; entries are laws, checked exactly.</summary>
    internal static ImmutableArray<string> Find(Model model, ImmutableArray<Law> laws, EvaluationPoint point, CancellationToken cancellation)
    {
        if (model.Flow.Dynamics != FlowDynamics.Gradient || model.Space.Parameters.Length > MaximumParameters || !laws.Any(law => law.Degree == 2))
        {
            return [];
        }

        List<Gram> grams = Grams(model.Space.Parameters);
        if (grams.Sum(gram => gram.Size * (gram.Size + 1) / 2) > MaximumEntries)
        {
            return [];
        }

        uint[][] fields = GeneratorValues(model, point);
        var verification = new LawVerification(model.Generators, model.Space.Dimension);
        var known = new PolynomialSpan(laws.Select(law => law.Polynomial));
        ImmutableArray<string>.Builder found = ImmutableArray.CreateBuilder<string>();
        foreach (IGrouping<int, Gram> ofSize in grams.GroupBy(gram => gram.Size))
        {
            Gram[] candidates = [.. ofSize];
            int before = found.Count;
            foreach (bool diagonalOnly in ofSize.Key == 1 ? [false] : new[] { false, true })
            {
                // Where whole matrices are laws their diagonals say nothing new.
                if (diagonalOnly && found.Count > before)
                {
                    continue;
                }

                foreach (Integer[] combination in Combinations(candidates, diagonalOnly, fields, point))
                {
                    if (IsMatrixLaw(verification, known, candidates, combination, diagonalOnly, cancellation))
                    {
                        string sum = Print(candidates, combination);
                        found.Add(diagonalOnly ? $"diag({sum})" : sum);
                    }
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The balancedness of hidden layers with a gate on every unit, between two dense layers: laws on the diagonal only.</summary>
    internal static ImmutableArray<string> OfGatedLayers(NetworkPaths paths)
    {
        // Without shared weights every hidden unit has the potential that is 1 at it and 0 elsewhere: its incoming minus outgoing squares.
        AffineLayer[] layers = [.. paths.Network.Layers.Cast<AffineLayer>()];
        return
        [
            .. layers.Zip(layers.Skip(1))
                .Where(pair => pair.First.IsDense && pair.Second.IsDense)
                .Select(pair => $"diag({Square(pair.First.Weights)}{(pair.First.Bias is { } bias ? " + " + Square(bias) : "")} - {pair.Second.Weights.Name}^T*{pair.Second.Weights.Name})"),
        ];

        static string Square(Parameter parameter) => $"{parameter.Name}*{parameter.Name}^T";
    }

    private static List<Gram> Grams(ImmutableArray<Parameter> parameters)
    {
        var grams = new List<Gram>();
        foreach (Parameter parameter in parameters.Where(parameter => parameter.Count > 1))
        {
            if (parameter.Rows <= MaximumEntries && parameter.Columns <= MaximumEntries && parameter.Count <= MaximumEntries)
            {
                grams.Add(new Gram(parameter, OfColumns: false));
                if (parameter.Dimensions.Length == 2)
                {
                    grams.Add(new Gram(parameter, OfColumns: true));
                }
            }
        }

        return grams;
    }

    // A few generators are enough: what they let through is verified along all.
    private static uint[][] GeneratorValues(Model model, EvaluationPoint point)
    {
        ImmutableArray<VectorField<Polynomial<Integer>>> probes = [.. ProbeGenerators.Choose(model.Generators).Order().Select(probe => model.Generators[probe])];
        var fields = new BracketFields(point.Field, model.Space.Dimension, probes);
        return [.. Enumerable.Range(0, probes.Length).Select(generator => fields.Evaluator.Evaluate(generator, point.Residues))];
    }

    // A basis of the combinations that satisfy the linear conditions at the point modulo the prime, as small integers.
    private static IEnumerable<Integer[]> Combinations(Gram[] grams, bool diagonalOnly, uint[][] fields, EvaluationPoint point)
    {
        PrimeField field = point.Field;
        var conditions = new ModularEchelonForm(field, grams.Length);
        foreach ((int row, int column) in Entries(grams[0].Size, diagonalOnly).Take(MaximumConditions))
        {
            (int[] Coordinates, uint[] Values)[] gradients = Array.ConvertAll(grams, gram => LawGradients.Evaluate(gram.Entry(row, column), point));
            foreach (uint[] generator in fields)
            {
                conditions.TryAdd(Array.ConvertAll(gradients, gradient => Apply(field, generator, gradient)));
            }
        }

        Matrix<uint> kernel = conditions.Nullspace();
        for (int vector = 0; vector < kernel.RowCount; vector++)
        {
            Integer[] combination = Array.ConvertAll(
                kernel.Row(vector).ToArray(), residue => (Integer)(residue > field.Modulus / 2 ? (long)residue - field.Modulus : residue));
            Integer first = Array.Find(combination, entry => !entry.IsZero);
            yield return first.Sign < 0 ? Array.ConvertAll(combination, entry => -entry) : combination;
        }
    }

    private static uint Apply(PrimeField field, uint[] vector, (int[] Coordinates, uint[] Values) gradient)
    {
        uint sum = 0;
        for (int place = 0; place < gradient.Coordinates.Length; place++)
        {
            sum = field.Add(sum, field.Multiply(vector[gradient.Coordinates[place]], gradient.Values[place]));
        }

        return sum;
    }

    // Entries in the span of the laws already verified need no second look.
    private static bool IsMatrixLaw(
        LawVerification verification, PolynomialSpan known, Gram[] grams, Integer[] combination, bool diagonalOnly, CancellationToken cancellation)
    {
        foreach ((int row, int column) in Entries(grams[0].Size, diagonalOnly))
        {
            Polynomial<Integer> entry = Ring.Zero;
            for (int gram = 0; gram < grams.Length; gram++)
            {
                entry = Ring.Add(entry, Ring.Scale(combination[gram], grams[gram].Entry(row, column)));
            }

            if (entry.IsZero || (!known.Contains(entry) && verification.FindViolation(entry, cancellation) >= 0))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<(int Row, int Column)> Entries(int size, bool diagonalOnly) =>
        from row in Enumerable.Range(0, size)
        from column in diagonalOnly ? [row] : Enumerable.Range(row, size - row)
        select (row, column);

    private static string Print(Gram[] grams, Integer[] combination)
    {
        var text = new System.Text.StringBuilder();
        foreach ((Gram gram, Integer factor) in grams.Zip(combination).Where(term => !term.Second.IsZero))
        {
            text.Append(text.Length == 0 ? factor.Sign < 0 ? "-" : "" : factor.Sign < 0 ? " - " : " + ");
            Integer magnitude = Integer.Abs(factor);
            text.Append(magnitude.IsOne ? "" : $"{magnitude}*").Append(gram);
        }

        return text.ToString();
    }

    // P·Pᵀ, or Pᵀ·P when it is of the columns.
    private sealed record Gram(Parameter Parameter, bool OfColumns)
    {
        internal int Size => OfColumns ? Parameter.Columns : Parameter.Rows;

        internal Polynomial<Integer> Entry(int row, int column)
        {
            int count = OfColumns ? Parameter.Rows : Parameter.Columns;
            return Ring.FromTerms(Enumerable.Range(0, count).Select(place =>
                (Integer.One, Monomial.Variable(Coordinate(row, place)) * Monomial.Variable(Coordinate(column, place)))));
        }

        public override string ToString() =>
            OfColumns ? $"{Parameter.Name}^T*{Parameter.Name}" : $"{Parameter.Name}*{Parameter.Name}^T";

        private int Coordinate(int line, int place) =>
            Parameter.Offset + (OfColumns ? (place * Parameter.Columns) + line : (line * Parameter.Columns) + place);
    }
}
