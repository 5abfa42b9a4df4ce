using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// Laws split by character: a law is a sum of laws whose monomials have one character each, so the unknowns of one character are a system of
// their own. Σ_a c_a X(θ^a) vanishes at every point; values at random points modulo a prime are equations of which each is a combination of
// those that the expanded system has. So their rank is at most that of the system: where the unknowns of a character admit no solution but
// zero here, there is no law among them, and as many verified laws as the sampled nullity are all laws. Nothing is expanded, which
// pays where a component of a field has many terms: every equation costs one evaluation of a few fields.

/// <summary>What sampled equations say about the laws with given monomials.</summary>
/// <param name="Survivors">The unknowns that may occur in a law, in order.</param>
/// <param name="Candidates">
/// Vectors over the survivors, as many in each character as there can be laws at most, to be verified; null where a character has
/// too many unknowns or a candidate's coefficients are too long for one prime.
/// </param>
internal sealed record SampledLaws(ImmutableArray<Monomial> Survivors, IReadOnlyList<NullspaceVector>? Candidates)
{
    // Larger characters are left to the sparse system: dense elimination takes the cube of the size.
    private const int MaximumClass = 1500;

    // Fields that one equation combines.
    private const int FieldsOfSample = 2;

    // A class is done when so many equations in a row said nothing new, beyond one for each field.
    private const int Margin = 6;

    /// <summary>Samples the system of all laws of some fields.</summary>
    /// <param name="unknowns">The monomials that may occur, without repetition.</param>
    /// <param name="fields">The fields; laws of more fields are among theirs.</param>
    /// <param name="gradings">Sign flips that respect the fields.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static SampledLaws Find(
        ImmutableArray<Monomial> unknowns,
        ImmutableArray<VectorField<Polynomial<Integer>>> fields,
        SignGradings gradings,
        int dimension,
        CancellationToken cancellation)
    {
        List<CharacterClass> classes = [.. Split(unknowns, gradings).Where(members => members.Count <= MaximumClass).Select(members => new CharacterClass(members))];
        var samples = new LawSamples(new PrimeField(Primes.At(0)), fields, dimension, FieldsOfSample);
        int patience = (fields.Length / FieldsOfSample) + 1 + Margin;
        for (List<CharacterClass> open = classes; open.Count > 0; open = open.FindAll(item => !item.IsDone(patience)))
        {
            cancellation.ThrowIfCancellationRequested();
            samples.MoveOn();
            open.ForEach(item => item.AddEquation(samples, unknowns));
        }

        bool[] isDead = new bool[unknowns.Length];
        var candidates = new List<NullspaceVector>();
        bool isComplete = classes.Sum(item => item.Members.Count) == unknowns.Length;
        foreach (CharacterClass item in classes)
        {
            if (item.Nullity == 0)
            {
                item.Members.ForEach(unknown => isDead[unknown] = true);
            }
        }

        int[] survivors = [.. Enumerable.Range(0, unknowns.Length).Where(unknown => !isDead[unknown])];
        int[] placeOf = new int[unknowns.Length];
        for (int place = 0; place < survivors.Length; place++)
        {
            placeOf[survivors[place]] = place;
        }

        for (int index = 0; index < classes.Count && isComplete; index++)
        {
            isComplete = classes[index].Nullity == 0 || classes[index].TryLift(index, placeOf, candidates);
        }

        return new SampledLaws([.. survivors.Select(unknown => unknowns[unknown])], isComplete ? candidates : null);
    }

    private static Dictionary<ulong, List<int>>.ValueCollection Split(ImmutableArray<Monomial> unknowns, SignGradings gradings)
    {
        var classes = new Dictionary<ulong, List<int>>();
        for (int unknown = 0; unknown < unknowns.Length; unknown++)
        {
            ref List<int>? members = ref CollectionsMarshal.GetValueRefOrAddDefault(classes, gradings.Character(unknowns[unknown]), out _);
            (members ??= []).Add(unknown);
        }

        return classes.Values;
    }

    // The unknowns of one character and their equations so far.
    private sealed class CharacterClass(List<int> members)
    {
        private ModularEchelonForm? _equations;
        private int _dependentInARow;

        internal List<int> Members => members;

        internal int Nullity => members.Count - (_equations?.Rank ?? 0);

        internal bool IsDone(int patience) => Nullity == 0 || _dependentInARow >= patience;

        internal void AddEquation(LawSamples samples, ImmutableArray<Monomial> unknowns)
        {
            Span<uint> row = samples.Row(members.Count);
            for (int place = 0; place < row.Length; place++)
            {
                row[place] = samples.DerivativeOf(unknowns[members[place]]);
            }

            _dependentInARow++;
            if (row.ContainsAnyExcept(0u) && (_equations ??= new ModularEchelonForm(samples.Field, row.Length)).TryAdd(row))
            {
                _dependentInARow = 0;
            }
        }

        // Appends the kernel with integers instead of residues; false where the integers are too long.
        internal bool TryLift(int component, int[] placeOf, List<NullspaceVector> vectors)
        {
            int[] columns = [.. members.Select(unknown => placeOf[unknown])];
            if (_equations is null)
            {
                vectors.AddRange(columns.Select(column => NullspaceVector.Create(component, [column], [Integer.One])));
                return true;
            }

            Matrix<uint> kernel = _equations.Nullspace();
            for (int row = 0; row < kernel.RowCount; row++)
            {
                var lifted = new VectorReconstruction(new Integer(_equations.Field.Modulus));
                for (int column = 0; column < columns.Length; column++)
                {
                    if (!lifted.TryAdd(new Integer(kernel[row, column])))
                    {
                        return false;
                    }
                }

                if (!lifted.TryFinish(out Integer[] values))
                {
                    return false;
                }

                vectors.Add(NullspaceVector.Create(component, columns, values));
            }

            return true;
        }
    }
}
