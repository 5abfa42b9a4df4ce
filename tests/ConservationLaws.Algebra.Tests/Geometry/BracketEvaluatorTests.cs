using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Polynomials;

namespace ConservationLaws.Algebra.Tests.Geometry;

/// <summary>Values of brackets by truncated jets against the expanded brackets.</summary>
public sealed class BracketEvaluatorTests
{
    private const int Dimension = 4;

    public static TheoryData<uint> Moduli { get; } = [2, 3, 7, 65_537, Primes.At(0)];

    [Theory]
    [MemberData(nameof(Moduli))]
    public void A_word_has_the_value_of_its_expansion(uint modulus)
    {
        var random = new SplitMix64(modulus);
        for (int round = 0; round < 40; round++)
        {
            var list = new Words(random, modulus);
            uint[] point = list.Point(random);
            for (int word = 0; word < list.Count; word++)
            {
                Assert.Equal(list.ExpandedValue(word, point), list.Evaluator(_ => false).Evaluate(word, point));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Moduli))]
    public void Expanding_some_words_changes_no_value(uint modulus)
    {
        var random = new SplitMix64(100 + (ulong)modulus);
        for (int round = 0; round < 40; round++)
        {
            var list = new Words(random, modulus);
            uint[] point = list.Point(random);
            BracketEvaluator mixed = list.Evaluator(word => (word + round) % 2 == 0);
            for (int word = 0; word < list.Count; word++)
            {
                Assert.Equal(list.ExpandedValue(word, point), mixed.Evaluate(word, point));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Moduli))]
    public void Known_values_of_the_parts_are_used(uint modulus)
    {
        var random = new SplitMix64(200 + (ulong)modulus);
        for (int round = 0; round < 40; round++)
        {
            var list = new Words(random, modulus);
            uint[] point = list.Point(random);
            BracketEvaluator evaluator = list.Evaluator(_ => false);
            for (int word = Words.GeneratorCount; word < list.Count; word++)
            {
                BracketWord bracket = list[word];
                Assert.Equal(
                    list.ExpandedValue(word, point),
                    evaluator.EvaluateBracket(
                        bracket.Left, list.ExpandedValue(bracket.Left, point), bracket.Right, list.ExpandedValue(bracket.Right, point), point));
            }
        }
    }

    [Fact]
    public void A_flattened_field_evaluates_like_its_components()
    {
        var random = new SplitMix64(5);
        for (int round = 0; round < 500; round++)
        {
            var list = new Words(random, Primes.At(round % 5));
            uint[] point = list.Point(random);
            for (int generator = 0; generator < Words.GeneratorCount; generator++)
            {
                VectorField<Polynomial<uint>> field = list.Expansion(generator);
                var flat = new ModularVectorField(list.Field, field);
                uint[] value = new uint[Dimension];
                Array.Fill(value, 99u);
                flat.Evaluate(point, 1, value);
                Assert.Equal(list.ExpandedValue(generator, point), value);
                Assert.Equal(field.Coordinates, flat.Coordinates);
                Assert.Equal(field.Coefficients.Sum(coefficient => coefficient.TermCount), flat.TermCount);
            }
        }
    }

    // Three random generators, then brackets of random earlier words, each of them also expanded.
    private sealed class Words
    {
        internal const int GeneratorCount = 3;

        private const int BracketCount = 5;

        private readonly List<BracketWord> _words = [];
        private readonly List<VectorField<Polynomial<uint>>> _expansions = [];
        private readonly PolynomialRing<uint, PrimeField> _ring;

        internal Words(SplitMix64 random, uint modulus)
        {
            Field = new PrimeField(modulus);
            _ring = new PolynomialRing<uint, PrimeField>(Field);
            var module = new VectorFieldModule<Polynomial<uint>, PolynomialRing<uint, PrimeField>>(_ring);
            int[] variables = [.. Enumerable.Range(0, Dimension)];
            for (int generator = 0; generator < GeneratorCount; generator++)
            {
                _words.Add(BracketWord.OfGenerator(generator));
                _expansions.Add(module.Create(variables.Select(coordinate =>
                    (coordinate, RandomPolynomials.Draw(Field, random, variables, 2, 3, source => source.NextBelow(modulus))))));
            }

            for (int bracket = 0; bracket < BracketCount; bracket++)
            {
                int left = (int)random.NextBelow((uint)_words.Count);
                int right = (int)random.NextBelow((uint)_words.Count);
                _words.Add(BracketWord.OfBracket(left, right));
                _expansions.Add(module.Bracket(_expansions[left], _expansions[right]));
            }
        }

        internal PrimeField Field { get; }

        internal int Count => _words.Count;

        internal BracketWord this[int word] => _words[word];

        internal VectorField<Polynomial<uint>> Expansion(int word) => _expansions[word];

        internal uint[] Point(SplitMix64 random) => [.. Enumerable.Range(0, Dimension).Select(_ => random.NextBelow(Field.Modulus))];

        internal BracketEvaluator Evaluator(Func<int, bool> isExpanded) => new(
            Field,
            Dimension,
            _words,
            word => _words[word].IsGenerator || isExpanded(word) ? new ModularVectorField(Field, _expansions[word]) : null);

        internal uint[] ExpandedValue(int word, uint[] point)
        {
            uint[] value = new uint[Dimension];
            VectorField<Polynomial<uint>> field = _expansions[word];
            for (int place = 0; place < field.Coordinates.Length; place++)
            {
                value[field.Coordinates[place]] = _ring.Evaluate(field.Coefficients[place], point);
            }

            return value;
        }
    }
}
