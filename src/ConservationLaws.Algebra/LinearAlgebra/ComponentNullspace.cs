using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The kernel over Q of one component, from its kernels modulo primes.
//
// The first prime fixes an order of the columns: its pivots, then its free columns, which keeps the kernel vectors sparse and their entries
// small. Modulo almost all primes the kernel's normal form with respect to this order is the residue of the rational one. Modulo an unlucky
// prime the rank is smaller, or equal with a later pivot; a prime is compared with those before and one of the two sides thrown away. After
// the first prime only its independent rows are eliminated; that the other rows depend on them is not believed but follows from the exact
// check, and when the check of all rows fails where that of these rows succeeds, the first prime was unlucky and everything starts again.
//
// Every vector is reconstructed and checked on its own, so those of small height need few primes. A vector that passed never changes.
internal sealed class ComponentNullspace
{
    // More primes than any matrix that fits in memory can make unlucky or use up: a guard against a fault, not a limit of the method.
    private const int MaximumPrimes = 1 << 20;

    private readonly SparseMatrix<Integer> _matrix;
    private readonly CancellationToken _cancellationToken;
    private readonly ExactKernelCheck _check;
    private readonly List<SparseMatrix<uint>> _kernels = [];
    private SparseMatrix<Integer> _rows;
    private ExactKernelCheck? _rowCheck;
    private ChineseRemainder _primes = new();
    private int[]? _position;
    private int[] _freeColumns = [];
    private (int[] Columns, Integer[] Values)?[] _proved = [];

    private ComponentNullspace(SparseMatrix<Integer> matrix, CancellationToken cancellationToken)
    {
        _matrix = matrix;
        _rows = matrix;
        _check = new ExactKernelCheck(matrix);
        _cancellationToken = cancellationToken;
    }

    // Local column numbers of the block are places in `columns`.
    internal static NullspaceVector[] Compute(
        SparseMatrix<Integer> matrix, int component, ReadOnlySpan<int> columns, CancellationToken cancellationToken)
    {
        if (matrix.RowCount == 0)
        {
            // One column that occurs nowhere.
            return [NullspaceVector.Create(component, columns, [Integer.One])];
        }

        var computation = new ComponentNullspace(matrix, cancellationToken);
        computation.Run();
        var vectors = new NullspaceVector[computation._proved.Length];
        for (int t = 0; t < vectors.Length; t++)
        {
            (int[] local, Integer[] values) = computation._proved[t]!.Value;
            var global = new int[local.Length];
            for (int k = 0; k < local.Length; k++)
            {
                global[k] = columns[local[k]];
            }

            vectors[t] = NullspaceVector.Create(component, global, values);
        }

        return vectors;
    }

    private void Run()
    {
        int nextAttempt = 1;
        uint prime = 0;
        for (int index = 0; index < MaximumPrimes; index++)
        {
            prime = index < Primes.Count ? Primes.At(index) : Primes.Below(prime);
            if (!Eliminate(prime))
            {
                continue;
            }

            if (_kernels.Count == 1)
            {
                nextAttempt = 1;
            }

            if (_kernels.Count < nextAttempt)
            {
                continue;
            }

            if (TryProveAll())
            {
                return;
            }

            nextAttempt = _kernels.Count == 0 ? 1 : Math.Max(_kernels.Count + 1, _kernels.Count * 5 / 4);
        }

        throw new ArithmeticException("More primes were used than a matrix can need.");
    }

    // Adds the kernel modulo a prime, or throws it or the others away; says whether it was added.
    private bool Eliminate(uint prime)
    {
        var field = new PrimeField(prime);
        SparseMatrix<uint> image = _rows.Map(field, field.FromInteger);
        SparseEchelonForm form = SparseElimination.Eliminate(
            field, new MarkowitzElimination(field, image), image.ColumnCount, new bool[image.ColumnCount], _position, _cancellationToken);
        if (_kernels.Count > 0)
        {
            int order = Compare(form.FreeColumns, _freeColumns, _position!);
            if (order < 0)
            {
                return false;
            }

            if (order > 0)
            {
                ForgetPrimes();
            }
        }

        if (_kernels.Count == 0)
        {
            _freeColumns = form.FreeColumns;
            _position ??= PivotsFirst(form);
            _proved = new (int[], Integer[])?[_freeColumns.Length];
            _rows = _rows.SelectRows(form.IndependentRows);
            _rowCheck = null;
        }

        _kernels.Add(form.Nullspace);
        _primes.AddPrime(prime);
        return true;
    }

    private void ForgetPrimes()
    {
        _kernels.Clear();
        _primes = new ChineseRemainder();
    }

    private static int[] PivotsFirst(SparseEchelonForm form)
    {
        int next = 0;
        var position = new int[form.Nullspace.ColumnCount];
        foreach (int column in form.PivotColumns.Concat(form.FreeColumns))
        {
            position[column] = next++;
        }

        return position;
    }

    // Positive when the left prime is better: greater rank, or equal rank and an earlier pivot, that is, a later free column.
    private static int Compare(int[] left, int[] right, int[] position)
    {
        int order = right.Length.CompareTo(left.Length);
        for (int t = 0; t < left.Length && order == 0; t++)
        {
            order = position[left[t]].CompareTo(position[right[t]]);
        }

        return order;
    }

    private bool TryProveAll()
    {
        bool all = true;
        for (int t = 0; t < _proved.Length; t++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_proved[t] is not null)
            {
                continue;
            }

            if (!TryReconstruct(t, out int[] columns, out Integer[] values))
            {
                all = false;
            }
            else if (_check.Vanishes(columns, values))
            {
                _proved[t] = (columns, values);
            }
            else
            {
                all = false;
                _rowCheck ??= new ExactKernelCheck(_rows);
                if (_rowCheck.Vanishes(columns, values))
                {
                    // A kernel vector of the chosen rows but not of all: the first prime saw too small a rank.
                    ForgetPrimes();
                    _position = null;
                    _rows = _matrix;
                    return false;
                }
            }
        }

        return all;
    }

    // The t-th vector times its common denominator, from all kernels; the columns are those at which some residue is not zero.
    private bool TryReconstruct(int t, out int[] columns, out Integer[] values)
    {
        columns = Support(t);
        values = [];
        var vector = new VectorReconstruction(_primes.Modulus);
        Span<uint> residues = new uint[_kernels.Count];
        var next = new int[_kernels.Count];
        foreach (int column in columns)
        {
            for (int s = 0; s < next.Length; s++)
            {
                ReadOnlySpan<int> support = _kernels[s].RowColumns(t);
                bool has = next[s] < support.Length && support[next[s]] == column;
                residues[s] = has ? _kernels[s].RowValues(t)[next[s]++] : 0;
            }

            if (!vector.TryAdd(_primes.Combine(residues)))
            {
                return false;
            }
        }

        return vector.TryFinish(out values);
    }

    private int[] Support(int t)
    {
        if (_kernels.TrueForAll(kernel => kernel.RowColumns(t).SequenceEqual(_kernels[0].RowColumns(t))))
        {
            return _kernels[0].RowColumns(t).ToArray();
        }

        var columns = new SortedSet<int>();
        foreach (SparseMatrix<uint> kernel in _kernels)
        {
            foreach (int column in kernel.RowColumns(t))
            {
                columns.Add(column);
            }
        }

        return [.. columns];
    }
}
