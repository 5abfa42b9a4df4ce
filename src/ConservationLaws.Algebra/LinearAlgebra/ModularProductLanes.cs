namespace ConservationLaws.Algebra.LinearAlgebra;

// The width of the vectors of a product: the widest of the machine unless a test asks for another.
internal enum ModularProductLanes
{
    Best,
    One,
    Four,
    Eight,
}
