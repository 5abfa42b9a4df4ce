namespace ConservationLaws.Algebra.LinearAlgebra;

// The distinct normalised rows at the columns that do not vanish, and where they come from.
internal sealed record ShrunkMatrix<T>(SparseMatrix<T> Matrix, bool[] Vanishing, int[] SingletonRows, int[] OriginalRows);
