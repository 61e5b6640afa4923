using Lucene.Net.Analysis.Id;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace SmartKampung.Host.Search.Analysis;

/// <summary>Finds the stems that a word may come from. Its stemmers are for one thread; making them costs nothing.</summary>
sealed class Stems
{
    const int MinLength = 4;
    readonly IndonesianStemmer indonesian = new();
    readonly EnglishStemmer english = new();

    /// <summary>The stems in either language, as a query needs them.</summary>
    public IReadOnlyList<string> OfEither(string word) => IsWhole(word) ? [word] : [.. Indonesian(word).Append(English(word)).Distinct()];

    /// <summary>The stems in the language of the text that the word stands in.</summary>
    public IEnumerable<string> Of(string word, bool isEnglish) => IsWhole(word) ? [word] : isEnglish ? [English(word)] : Indonesian(word);

    /// <summary>Short words, numbers, codes and foreign letters stay as they are.</summary>
    static bool IsWhole(string word) => word.Length < MinLength || !word.All(char.IsAsciiLetterLower);

    IEnumerable<string> Indonesian(string word) => IndonesianReadings.Of(word).Select(StemOf).Distinct();

    string StemOf(string reading)
    {
        var letters = reading.ToCharArray();
        return new(letters, 0, indonesian.Stem(letters, letters.Length, stemDerivational: true));
    }

    string English(string word)
    {
        english.SetCurrent(word);
        english.Stem();
        return english.Current;
    }
}
