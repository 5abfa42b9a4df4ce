using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// C ← C − A·B modulo a prime p < 2³¹ for blocks of dense matrices that do not overlap: chooses the way and shares the work among threads.
internal sealed class ModularProduct
{
    private readonly PrimeField _field;
    private readonly ModularProductConstants _constants;
    private readonly ModularProductLanes _lanes;
    private readonly int _threads;
    private readonly int _smallestHalf;
    private readonly CancellationToken _cancellationToken;
    private readonly ConcurrentBag<ModularProductWorkspace> _workspaces = [];

    internal ModularProduct(
        PrimeField field,
        int threads,
        CancellationToken cancellationToken,
        ModularProductLanes lanes = ModularProductLanes.Best,
        int smallestHalf = ModularProductThresholds.StrassenHalf)
    {
        _field = field;
        _constants = field.Modulus == 2 ? default : new ModularProductConstants(field);
        _lanes = lanes != ModularProductLanes.Best ? lanes
            : ModularRowKernels.Has512 ? ModularProductLanes.Eight
            : ModularRowKernels.Has256 ? ModularProductLanes.Four
            : ModularProductLanes.One;
        _threads = threads;
        _smallestHalf = smallestHalf;
        _cancellationToken = cancellationToken;
    }

    internal void Subtract(ModularBlock target, ModularBlock left, ModularBlock right)
    {
        long size = (long)target.RowCount * target.ColumnCount * left.ColumnCount;
        if (_threads == 1 || size < ModularProductThresholds.ParallelSize)
        {
            SubtractAlone(target, left, right);
            return;
        }

        bool byRows = target.RowCount >= target.ColumnCount;
        Split(byRows ? target.RowCount : target.ColumnCount, (start, count) =>
        {
            if (byRows)
            {
                SubtractAlone(
                    target.Part(start, 0, count, target.ColumnCount), left.Part(start, 0, count, left.ColumnCount), right);
            }
            else
            {
                SubtractAlone(
                    target.Part(0, start, target.RowCount, count), left, right.Part(0, start, right.RowCount, count));
            }
        });
    }

    // Runs the action on ranges that cover 0..length−1, on all threads.
    internal void Split(int length, Action<int, int> action)
    {
        int parts = Math.Min(_threads, length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = _cancellationToken };
        Parallel.For(0, parts, options, part =>
        {
            int start = (int)((long)length * part / parts);
            action(start, (int)((long)length * (part + 1) / parts) - start);
        });
    }

    // On the calling thread only.
    internal void SubtractAlone(ModularBlock target, ModularBlock left, ModularBlock right)
    {
        long size = (long)target.RowCount * target.ColumnCount * left.ColumnCount;
        if (size == 0)
        {
            return;
        }

        if (size < ModularProductThresholds.PackedSize || _field.Modulus == 2)
        {
            SubtractByRows(target, left, right);
            return;
        }

        if (!_workspaces.TryTake(out ModularProductWorkspace? workspace))
        {
            workspace = new ModularProductWorkspace();
        }

        ModularStrassen.Subtract(
            [new(target, false)],
            [new(left, false)],
            [new(right, false)],
            _smallestHalf,
            (targets, sums, factors) => SubtractPacked(targets, sums, factors, workspace));
        _workspaces.Add(workspace);
    }

    // Every target, or its negative, loses the product of the sums of the terms.
    private void SubtractPacked(
        ReadOnlySpan<ModularTerm> targets, ReadOnlySpan<ModularTerm> left, ReadOnlySpan<ModularTerm> right, ModularProductWorkspace workspace)
    {
        switch (_lanes)
        {
            case ModularProductLanes.Eight:
                ModularBlockProduct<ProductLanes512, Vector512<long>>.Subtract(targets, left, right, workspace, _constants, _cancellationToken);
                break;
            case ModularProductLanes.Four:
                ModularBlockProduct<ProductLanes256, Vector256<long>>.Subtract(targets, left, right, workspace, _constants, _cancellationToken);
                break;
            default:
                ModularBlockProduct<ProductLanes64, ulong>.Subtract(targets, left, right, workspace, _constants, _cancellationToken);
                break;
        }
    }

    private void SubtractByRows(ModularBlock target, ModularBlock left, ModularBlock right)
    {
        for (int i = 0; i < target.RowCount; i++)
        {
            Span<uint> row = target.Row(i);
            ReadOnlySpan<uint> factors = left.Row(i);
            for (int k = 0; k < factors.Length; k++)
            {
                if (factors[k] != 0)
                {
                    ModularRowKernels.AddMultiple(row, right.Row(k), _field.Negate(factors[k]), _field.Modulus);
                }
            }
        }
    }
}
