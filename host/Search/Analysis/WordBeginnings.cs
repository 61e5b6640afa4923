namespace SmartKampung.Host.Search.Analysis;

/// <summary>
/// How words of personal data are found without being kept: by hashes of each word's beginnings from three letters on, and of the whole word.
/// Names have no stems, and the beginning is what people type.
/// </summary>
static class WordBeginnings
{
    /// <summary>No letter or digit, so that no term of a text is taken for a hash.</summary>
    public const char Mark = '#';

    const int MinLength = 3;
    const int MaxTerms = 1_000;

    /// <summary>Behind a word, it says that the word ends there.</summary>
    const string End = ".";

    /// <summary>The terms of a document's texts. Past 1,000 of them, about 150 words, the rest is not found.</summary>
    public static IReadOnlyDictionary<string, byte> Analyze(IEnumerable<(string Text, byte Weight)> texts, Func<string, string> hash)
    {
        var weights = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var (text, weight) in texts.OrderByDescending(part => part.Weight))
            foreach (var word in TextWords.Of(text).Select(word => word.Value))
                foreach (var part in PartsOf(word))
                    if (weights.Count < MaxTerms) weights.TryAdd(part, weight);
        return weights.ToDictionary(part => Mark + hash(part.Key), part => part.Value, StringComparer.Ordinal);
    }

    /// <summary>What a typed word is looked up by; one of fewer than three letters is found as a whole.</summary>
    public static HashedWord Of(string word, Func<string, IEnumerable<string>> hashes) =>
        new([.. Marked(hashes(word + End))], word.Length < MinLength ? [] : [.. Marked(hashes(word))]);

    static IEnumerable<string> PartsOf(string word)
    {
        yield return word + End;
        for (var length = MinLength; length <= word.Length; length++) yield return word[..length];
    }

    static IEnumerable<string> Marked(IEnumerable<string> hashes) => hashes.Select(hash => Mark + hash);
}

/// <summary>Terms that stand for a word among hashes; one of each is enough.</summary>
/// <param name="Whole">For the word itself.</param>
/// <param name="Beginning">For words that begin so, the word itself among them; none where it is too short.</param>
sealed record HashedWord(IReadOnlyList<string> Whole, IReadOnlyList<string> Beginning)
{
    public static HashedWord None { get; } = new([], []);

    /// <summary>What finds most.</summary>
    public IReadOnlyList<string> Widest => Beginning.Count > 0 ? Beginning : Whole;
}
