namespace SmartKampung.Host.Search.Analysis;

/// <summary>Makes terms of texts, the same for every storage engine.</summary>
static class TextAnalysis
{
    /// <summary>Counted up with every change of what comes out, so that stored documents get their terms anew.</summary>
    public const int Version = 1;

    const int MaxWords = 50_000;
    const int MaxTerms = 1_000;

    /// <summary>The terms of a document's texts. Past 1,000 different ones, the rest is not found.</summary>
    public static WeightedTerms Analyze(IEnumerable<(string Text, byte Weight)> texts)
    {
        var words = texts.OrderByDescending(part => part.Weight)
            .SelectMany(part => TextWords.Of(part.Text).Select(word => (word.Value, part.Weight))).Take(MaxWords).ToList();
        var isEnglish = words.Count(word => StopWords.IsEnglish(word.Value)) > words.Count(word => StopWords.IsIndonesian(word.Value));
        var stems = new Stems();
        var weights = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (var (word, weight) in Telling(words).DistinctBy(word => word.Word))
        {
            foreach (var term in stems.Of(word, isEnglish)) weights.TryAdd(term, weight);
            if (weights.Count >= MaxTerms) break;
        }

        return WeightedTerms.Of(weights);
    }

    /// <summary>Stop words are left out of running text; a title may be made of nothing else.</summary>
    static IEnumerable<(string Word, byte Weight)> Telling(IEnumerable<(string Word, byte Weight)> words) =>
        words.Where(word => word.Weight > 1 || !StopWords.Contains(word.Word));
}
