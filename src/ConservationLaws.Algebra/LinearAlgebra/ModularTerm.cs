namespace ConservationLaws.Algebra.LinearAlgebra;

// One signed block of a sum of blocks of equal shape.
internal readonly record struct ModularTerm(ModularBlock Block, bool Negative);
