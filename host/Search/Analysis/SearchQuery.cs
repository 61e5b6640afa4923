namespace SmartKampung.Host.Search.Analysis;

/// <summary>What a reader looks for. Every word must be found; nothing that was typed is an operator.</summary>
sealed class SearchQuery
{
    const int MaxLength = 1_000;
    const int MaxWords = 12;
    const int MinPrefix = 3;

    SearchQuery(IReadOnlyList<SearchedWord> words, bool isCommon) => (Words, IsCommon) = (words, isCommon);

    /// <summary>None where nothing was typed that is a word: then nothing is found.</summary>
    public IReadOnlyList<SearchedWord> Words { get; }

    /// <summary>Whether all of them are stop words, which are found in titles alone.</summary>
    public bool IsCommon { get; }

    /// <param name="typed">What was typed.</param>
    /// <param name="takesAll">Whether stop words are words like all others, as among names (Dini, Indah).</param>
    public static SearchQuery Read(string? typed, bool takesAll = false)
    {
        var all = TextWords.Of(typed is { Length: > MaxLength } ? typed[..MaxLength] : typed ?? "").Select(word => word.Value).Distinct().ToList();
        var telling = all.FindAll(word => takesAll || !StopWords.Contains(word));
        var words = (telling.Count > 0 ? telling : all).Take(MaxWords);
        var stems = new Stems();
        return new(
            [.. words.Select(word => new SearchedWord(word, stems.OfEither(word), word == all[^1] && word.Length >= MinPrefix ? word : null))],
            all.Count > 0 && telling.Count == 0);
    }

    /// <summary>The same query, which finds words that are kept as hashes too.</summary>
    /// <param name="hashes">Hashes a word by every key that it may be kept under.</param>
    public SearchQuery WithHashes(Func<string, IEnumerable<string>> hashes) => new([.. Words.Select(word => word with { Hashes = WordBeginnings.Of(word.Value, hashes) })], IsCommon);

    /// <summary>How well the terms meet the query, 0 where a word is missing.</summary>
    public int Score(WeightedTerms terms) => Score(word => word.Score(terms));

    /// <summary>The same of terms that are hashes alone, as they are written: without taking them apart.</summary>
    public int ScoreHashes(string written) => Score(word => word.ScoreHashes(written));

    int Score(Func<SearchedWord, int> scoreOf)
    {
        var score = 0;
        foreach (var word in Words)
        {
            var found = scoreOf(word);
            if (found == 0) return 0;
            score += found;
        }

        return score;
    }
}

/// <summary>A word that is looked for.</summary>
/// <param name="Value">As it was typed.</param>
/// <param name="Terms">Its stems; one of them is enough.</param>
/// <param name="Prefix">The word itself where it may be the beginning of another, as the last one that was typed; otherwise null.</param>
sealed record SearchedWord(string Value, IReadOnlyList<string> Terms, string? Prefix)
{
    /// <summary>What stands for it where words are kept as hashes.</summary>
    public HashedWord Hashes { get; init; } = HashedWord.None;

    /// <summary>A whole word counts twice what a beginning does.</summary>
    public int Score(WeightedTerms terms)
    {
        var whole = 2 * Terms.Concat(Hashes.Whole).Max(terms.WeightOf);
        var beginning = Hashes.Beginning.Select(terms.WeightOf).DefaultIfEmpty().Max();
        return Math.Max(whole, Prefix is null ? beginning : Math.Max(beginning, terms.WeightOfPrefix(Prefix)));
    }

    public int ScoreHashes(string written) => Math.Max(2 * Heaviest(Hashes.Whole, written), Heaviest(Hashes.Beginning, written));

    static int Heaviest(IReadOnlyList<string> hashes, string written)
    {
        var heaviest = 0;
        foreach (var hash in hashes) heaviest = Math.Max(heaviest, WeightedTerms.WeightIn(written, hash));
        return heaviest;
    }
}
