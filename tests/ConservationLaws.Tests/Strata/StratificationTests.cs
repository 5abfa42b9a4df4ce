using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Strata;
using ConservationLaws.Tests.Lie;

namespace ConservationLaws.Tests.Strata;

/// <summary>Sets of lower rank: those of math.md 3.4 and 4.3, and all against the rank at points.</summary>
public sealed class StratificationTests
{
    [Fact]
    public void A_rank_may_grow_after_it_has_stayed()
    {
        // Ranks 1, 1, 2 at x = 0.
        ImmutableArray<RankStratum> strata = Of("parameters x, y; phi x, x^2*y");
        Assert.Equal(["V0 2: x", "V1 2: x", "V2 2:"], strata.Select(stratum => Text(stratum)));
        Assert.All(strata, stratum => Assert.True(stratum.IsExact));
    }

    [Fact]
    public void At_the_origin_of_a_product_fields_and_law_vanish() =>
        Assert.Equal(["V0 1: | x0,x1", "laws 1: | x0,x1"], Of("parameters u, v; phi u*v").Select(stratum => Text(stratum, "x0", "x1")));

    [Fact]
    public void Hypersurfaces_are_split_and_without_multiplicity() =>
        Assert.Equal("V0 1: x0,x1,x0 - x1,x2 + 1", Text(Of("parameters x, y, z; field (x^3*y*(x-y)^2*(z+1))*D[x]")[0], "x0", "x1", "x2"));

    [Fact]
    public void A_dead_neuron_needs_brackets_only_where_its_outgoing_weights_live()
    {
        // Ranks 5, 6, 6 where the incoming weights of the first neuron vanish; 3 + 2 where the outgoing ones do as well.
        Theorem theorem = Prover.Prove(Model.Parse(
            "network 2 -> 2 relu -> 2; at W1 = [[0,0],[1,2]], W2 = [[1,3],[2,1]]; at W1 = [[0,0],[1,2]], W2 = [[0,3],[0,1]]; at W1 = [[1,0],[1,2]], W2 = [[0,3],[1,1]]"));
        ImmutableArray<RankStratum> strata = Stratification.Of(theorem);
        ImmutableArray<Rational>[] points = [.. theorem.SpecialPoints.Select(result =>
            (ImmutableArray<Rational>)[.. Enumerable.Range(0, 8).Select(coordinate => result.Point.Coordinates[coordinate])])];
        Assert.Equal([true, true, false], points.Select(strata[0].Contains));
        Assert.Equal([false, true, false], points.Select(strata[1].Contains));
        Assert.Equal([6, 6], strata.Take(2).Select(stratum => stratum.Rank));
    }

    [Theory]
    [InlineData("parameters x, y; phi x, x^2*y")]
    [InlineData("parameters x, y; phi x^2 + y^2")]
    [InlineData("parameters x, y; phi x^2/2 + x*y, y^3")]
    [InlineData("parameters u, v; phi u*v^2")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T")]
    [InlineData("parameters x, y, z; field x*D[y] - y*D[x]; field y*D[z] - z*D[y]")]
    [InlineData("parameters x, y, z1, z2; phi x, y + x*z1 + x^2*z2")]
    [InlineData("parameters x, y, z; phi x*y, y*z")]
    [InlineData("parameters w[2]; phi w*w^T")]
    [InlineData("network 2 -> 1 relu -> 2")]
    [InlineData("network 2 -> 2 relu -> 1")]
    [InlineData("network 1 -> 2 -> 2")]
    [InlineData("parameters x, y; phi (x*y)/(x^2+1)")]
    public void Ranks_at_points_agree_with_the_sets(string text)
    {
        Theorem theorem = Prover.Prove(Model.Parse(text));
        Model model = theorem.Model.Network is null ? theorem.Model : theorem.Model.WithEveryFunction(CancellationToken.None);
        int dimension = model.Space.Dimension;
        ImmutableArray<RankStratum> strata = Stratification.Of(theorem);
        List<VectorField<Polynomial<Integer>>>[] spaces =
            [.. strata.Where(stratum => stratum.Generation < 3).Select(stratum => SymbolicLadder.Fields(model.Generators, stratum.Generation!.Value))];
        var random = new Random(5);
        int inside = 0;
        for (int round = 0; round < 60; round++)
        {
            Integer[] point = [.. Enumerable.Range(0, dimension).Select(_ => (Integer)(random.Next(2) * random.Next(-1, 3)))];
            ImmutableArray<Rational> rational = [.. point.Select(value => (Rational)value)];
            foreach (RankStratum stratum in strata.Where(stratum => stratum.Generation is null || stratum.Generation < spaces.Length))
            {
                int rank = stratum.Generation is { } generation
                    ? SymbolicLadder.RankAt(spaces[generation], point)
                    : Jacobian(theorem, point);
                Assert.True(stratum.IsExact, stratum.Gap);
                Assert.True(rank <= stratum.Rank);
                Assert.Equal(rank < stratum.Rank, stratum.Contains(rational));
                inside += rank < stratum.Rank ? 1 : 0;
            }
        }

        Assert.Equal(strata.Any(stratum => !stratum.IsEmpty), inside > 0);
        Assert.Equal(theorem.Ladder.Ranks[^1], strata.Where(stratum => stratum.Generation is not null).Max(stratum => stratum.Rank));
    }

    [Fact]
    public void Random_matrices_drop_in_rank_on_the_set_and_nowhere_else()
    {
        PolynomialRing<Integer, IntegerRing> ring = default;
        var random = new Random(8);
        int inside = 0;
        int outside = 0;
        for (int round = 0; round < 60; round++)
        {
            int columns = random.Next(1, 4);
            Polynomial<Integer> common = Draw();
            List<Polynomial<Integer>[]> rows = [];
            for (int row = random.Next(1, 5); row > 0; row--)
            {
                Polynomial<Integer> factor = random.Next(3) == 0 ? ring.Multiply(common, common) : ring.One;
                rows.Add([.. Enumerable.Range(0, columns).Select(_ => random.Next(3) == 0 ? ring.Zero : ring.Multiply(factor, Draw()))]);
            }

            RankStratum stratum = DropSet.Find(0, [.. rows.Select(row => Sparse(row))], 3, [], null, CancellationToken.None);
            for (int place = 0; place < 64; place++)
            {
                Integer[] point = [(place / 16) - 1, (place / 4 % 4) - 1, (place % 4) - 1];
                int rank = FractionFreeElimination.Rank(
                    default(IntegerRing), Matrix.FromRows(columns, [.. rows.Select(row => Array.ConvertAll(row, entry => ring.Evaluate(entry, point)))]));
                Assert.Equal(rank < stratum.Rank, stratum.Contains([.. point.Select(value => (Rational)value)]));
                inside += rank < stratum.Rank ? 1 : 0;
                outside += rank == stratum.Rank ? 1 : 0;
            }
        }

        Assert.True(inside > 300 && outside > 300, $"{inside} inside, {outside} outside");

        Polynomial<Integer> Draw() => ring.FromTerms(Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
            ((Integer)random.Next(-2, 3), Monomial.Create([(random.Next(3), random.Next(3))]))));

        static (ImmutableArray<int>, ImmutableArray<Polynomial<Integer>>) Sparse(Polynomial<Integer>[] row)
        {
            int[] columns = [.. Enumerable.Range(0, row.Length).Where(column => !row[column].IsZero)];
            return ([.. columns], [.. columns.Select(column => row[column])]);
        }
    }

    [Fact]
    public void Where_there_are_too_many_minors_the_set_is_too_large_and_says_so()
    {
        Theorem theorem = Prover.Prove(Model.Parse("network 3 -> 3 -> 3"));
        RankStratum stratum = Stratification.Of(theorem)[0];
        Assert.Equal((9, true, false), (stratum.Rank, stratum.IsListed, stratum.IsExact));
        Assert.Contains("too many minors", stratum.Gap, StringComparison.Ordinal);
        var random = new Random(6);
        int drops = 0;
        for (int round = 0; round < 100; round++)
        {
            Integer[] point = [.. Enumerable.Range(0, 18).Select(_ => (Integer)(random.Next(3) == 0 ? 0 : random.Next(-1, 3)))];
            bool isDrop = SymbolicLadder.RankAt(theorem.Model.Generators, point) < 9;
            Assert.True(!isDrop || stratum.Contains([.. point.Select(value => (Rational)value)]));
            drops += isDrop ? 1 : 0;
        }

        Assert.InRange(drops, 5, 95);
    }

    [Fact]
    public void A_chain_drops_nowhere_and_few_minors_show_it()
    {
        ImmutableArray<RankStratum> strata = Of(
            "parameters x, y, z[6]; phi x, y + x*z[1] + x^2*z[2] + x^3*z[3] + x^4*z[4] + x^5*z[5] + x^6*z[6]");
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], strata.Select(stratum => stratum.Rank));
        Assert.All(strata, stratum => Assert.True(stratum.IsEmpty && stratum.IsExact && stratum.Gap is null));
    }

    [Fact]
    public void Blocks_that_drop_on_the_same_set_are_told_once()
    {
        // A unicycle: rolling and turning have no coordinate in common.
        ImmutableArray<RankStratum> strata = Of("parameters x, y, c, s; field c*D[x] + s*D[y]; field c*D[s] - s*D[c]");
        Assert.Equal("V0 2: | c,s", Text(strata[0], "x", "y", "c", "s"));
    }

    [Fact]
    public void Of_a_large_model_no_set_is_listed()
    {
        RankStratum stratum = Assert.Single(Of("network 30 -> 30 relu -> 30"));
        Assert.False(stratum.IsListed || stratum.IsExact || stratum.IsEmpty);
        Assert.NotNull(stratum.Gap);
    }

    private static int Jacobian(Theorem theorem, Integer[] point)
    {
        PolynomialRing<Integer, IntegerRing> ring = default;
        return FractionFreeElimination.Rank(default(IntegerRing), Matrix.FromRows(point.Length,
            [.. theorem.Laws.Select(law => Enumerable.Range(0, point.Length).Select(k => ring.Evaluate(ring.Differentiate(law.Polynomial, k), point)).ToArray()), .. theorem.Forms.Select(Row)]));

        // A law says nothing where it has a pole.
        Integer[] Row(FormLaw form)
        {
            var row = new Integer[point.Length];
            for (int place = 0; place < form.Numerator.Coordinates.Length; place++)
            {
                row[form.Numerator.Coordinates[place]] = ring.Evaluate(form.Denominator, point).IsZero ? Integer.Zero : ring.Evaluate(form.Numerator.Coefficients[place], point);
            }

            return row;
        }
    }

    private static ImmutableArray<RankStratum> Of(string model) => Stratification.Of(Prover.Prove(Model.Parse(model)));

    private static string Text(RankStratum stratum, params string[] names)
    {
        string Format(Polynomial<Integer> polynomial) => PolynomialFormatter.Format(polynomial, variable => names.Length > 0 ? names[variable] : "xy"[variable].ToString());
        string lists = string.Concat(stratum.Minors.Select(list => " | " + string.Join(',', list.Select(Format).Order(StringComparer.Ordinal))));
        string factors = string.Join(',', stratum.Factors.Select(Format));
        return $"{(stratum.Generation is { } k ? $"V{k}" : "laws")} {stratum.Rank}:{(factors.Length > 0 ? " " : "")}{factors}{lists}";
    }
}
