using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;

namespace ConservationLaws.Lie;

/// <summary>Copies words of a straight-line list that are asked for, and those that they are made of, into another list, each once.</summary>
/// <param name="words">The list. Words are nested no deeper than a ladder is long.</param>
/// <param name="addGenerator">Appends a generator to the other list and gives its place there.</param>
/// <param name="addBracket">Appends the bracket of two places of the other list and gives its place there.</param>
internal sealed class WordCopy(ImmutableArray<BracketWord> words, Func<int, int> addGenerator, Func<int, int, int> addBracket)
{
    private readonly Dictionary<int, int> _places = [];

    /// <summary>The place of a word in the other list.</summary>
    internal int Place(int word)
    {
        if (!_places.TryGetValue(word, out int place))
        {
            place = words[word].IsGenerator ? addGenerator(words[word].Generator) : addBracket(Place(words[word].Left), Place(words[word].Right));
            _places.Add(word, place);
        }

        return place;
    }
}
