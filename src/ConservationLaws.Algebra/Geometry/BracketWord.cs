using System.Collections.Immutable;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>One entry of a straight-line list of bracket words: a generator, or the bracket of two earlier entries.</summary>
/// <param name="Generator">The index of the generator, or −1 for a bracket.</param>
/// <param name="Left">For a bracket the place of its left entry, else −1.</param>
/// <param name="Right">For a bracket the place of its right entry, else −1.</param>
/// <remarks>math.md 1.4 and the certificate format: words are shared, so that deep brackets stay short.</remarks>
public readonly record struct BracketWord(int Generator, int Left, int Right)
{
    /// <summary>Whether the entry is a generator itself.</summary>
    public bool IsGenerator => Generator >= 0;

    /// <summary>The word that is a generator.</summary>
    public static BracketWord OfGenerator(int generator) => new(generator, -1, -1);

    /// <summary>The word that is a bracket of two earlier entries.</summary>
    public static BracketWord OfBracket(int left, int right) => new(-1, left, right);

    /// <summary>Writes a word of a list out, as in <c>[[1, 2], 1]</c>, with generators counted from 1.</summary>
    /// <param name="words">The straight-line list.</param>
    /// <param name="place">The place of the word to write.</param>
    public static string Format(ImmutableArray<BracketWord> words, int place) =>
        words[place].IsGenerator
            ? (words[place].Generator + 1).ToString()
            : $"[{Format(words, words[place].Left)}, {Format(words, words[place].Right)}]";
}
