namespace SmartKampung.Host.Search.Analysis;

/// <summary>The terms of a text, in ordinal order, each with the weight of the heaviest place that it stands in.</summary>
sealed class WeightedTerms(string[] terms, byte[] weights)
{
    public IReadOnlyList<string> Terms => terms;

    public byte[] Weights => weights;

    public static WeightedTerms Of(IReadOnlyDictionary<string, byte> weights)
    {
        string[] terms = [.. weights.Keys.Order(StringComparer.Ordinal)];
        return new(terms, [.. terms.Select(term => weights[term])]);
    }

    /// <summary>The weight of a term, 0 where it is not among them.</summary>
    public int WeightOf(string term) => Array.BinarySearch(terms, term, StringComparer.Ordinal) is >= 0 and var at ? weights[at] : 0;

    /// <summary>The largest weight of the terms that begin so, 0 where there is none.</summary>
    public int WeightOfPrefix(string prefix)
    {
        var at = Array.BinarySearch(terms, prefix, StringComparer.Ordinal);
        var largest = 0;
        for (at = at < 0 ? ~at : at; at < terms.Length && terms[at].StartsWith(prefix, StringComparison.Ordinal); at++)
            largest = Math.Max(largest, weights[at]);
        return largest;
    }
}
