using System.Globalization;

namespace SmartKampung.Host.Search.Analysis;

/// <summary>The terms of a text, in ordinal order, each with the weight of the heaviest place that it stands in.</summary>
sealed class WeightedTerms(string[] terms, byte[] weights)
{
    public IReadOnlyList<string> Terms => terms;

    public IReadOnlyList<byte> Weights => weights;

    public static WeightedTerms Of(IReadOnlyDictionary<string, byte> weights)
    {
        string[] terms = [.. weights.Keys.Order(StringComparer.Ordinal)];
        return new(terms, [.. terms.Select(term => weights[term])]);
    }

    public WeightedTerms With(IReadOnlyDictionary<string, byte> others)
    {
        var all = new Dictionary<string, byte>(others, StringComparer.Ordinal);
        for (var at = 0; at < terms.Length; at++) all[terms[at]] = weights[at];
        return Of(all);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static WeightedTerms Parse(string written)
    {
        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            [.. parts.Where((_, at) => at % 2 == 0)],
            [.. parts.Where((_, at) => at % 2 == 1).Select(weight => byte.Parse(weight, CultureInfo.InvariantCulture))]);
    }

    public override string ToString() => string.Join(' ', terms.Select((term, at) => string.Create(CultureInfo.InvariantCulture, $"{term} {weights[at]}")));

    /// <summary>The weight of a hash in what <see cref="ToString"/> wrote, 0 where it is not among them. All hashes are of one length, and none stands within another.</summary>
    public static int WeightIn(string written, string hash)
    {
        if (written.IndexOf(hash, StringComparison.Ordinal) is not (>= 0 and var at)) return 0;
        var weight = written.AsSpan(at + hash.Length + 1);
        return byte.Parse(weight.IndexOf(' ') is >= 0 and var end ? weight[..end] : weight, CultureInfo.InvariantCulture);
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
