using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Certificates;

/// <summary>The generators as a certificate spells them.</summary>
/// <param name="Dimension">The number of variables.</param>
/// <param name="Names">Their names; empty where a rule gives the model.</param>
internal abstract record CertificateModel(int Dimension, ImmutableArray<string> Names);

/// <summary>Gradients of polynomials.</summary>
/// <param name="Dimension">The number of variables.</param>
/// <param name="Names">Their names.</param>
/// <param name="Functions">The polynomials φ_i.</param>
internal sealed record GradientModel(int Dimension, ImmutableArray<string> Names, ImmutableArray<Polynomial<Integer>> Functions)
    : CertificateModel(Dimension, Names);

/// <summary>Polynomial vector fields.</summary>
/// <param name="Dimension">The number of variables.</param>
/// <param name="Names">Their names.</param>
/// <param name="Fields">The fields.</param>
internal sealed record FieldModel(int Dimension, ImmutableArray<string> Names, ImmutableArray<VectorField<Polynomial<Integer>>> Fields)
    : CertificateModel(Dimension, Names);

/// <summary>Monomials that are written out, up to factors.</summary>
/// <param name="Dimension">The number of variables.</param>
/// <param name="Names">Their names.</param>
/// <param name="Exponents">For each monomial coordinates and exponents, by ascending coordinate.</param>
internal sealed record MonomialModel(int Dimension, ImmutableArray<string> Names, ImmutableArray<ImmutableArray<(int Coordinate, int Exponent)>> Exponents)
    : CertificateModel(Dimension, Names);

/// <summary>The products along the paths of a graph.</summary>
/// <param name="Dimension">The number of variables.</param>
/// <param name="Names">Their names.</param>
/// <param name="Vertices">The number of hidden units; vertex 0 stands for inputs, the constant and outputs.</param>
/// <param name="Edges">The edges by ascending start.</param>
internal sealed record PathModel(int Dimension, ImmutableArray<string> Names, int Vertices, ImmutableArray<PathGraph.Edge> Edges)
    : CertificateModel(Dimension, Names);

/// <summary>The path functions of a dense network with a gate on every hidden unit, by the sizes of its layers.</summary>
/// <param name="Dimension">The number of variables.</param>
/// <param name="Layers">The input and the layers; whether a layer has biases.</param>
internal sealed record LayeredPaths(int Dimension, ImmutableArray<(int Units, bool HasBias)> Layers) : CertificateModel(Dimension, []);
