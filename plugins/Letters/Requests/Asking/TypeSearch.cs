using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Asking;

/// <summary>Finds letters by what people come for: every word counts, those of a purpose most; where no letter has all words, those with the most of them.</summary>
static class TypeSearch
{
    const int ForPurpose = 4;
    const int ForName = 3;
    const int ForAbout = 1;
    const int ShortestStem = 4;

    static readonly HashSet<string> Filler = ["untuk", "di", "ke", "dan", "yang", "surat", "saya", "mau", "ingin", "mengurus", "the", "for", "a", "an", "to", "letter", "of", "i", "my"];

    public static IReadOnlyList<LetterType> Find(IEnumerable<LetterType> types, string words)
    {
        var all = Words(words);
        var wanted = all.Where(word => !Filler.Contains(word)).ToArray() is { Length: > 0 } telling ? telling : all;
        if (wanted.Length == 0) return [];
        var scored = types.Select(type => (Type: type, Scores: Scores(type, wanted))).Where(found => found.Scores.Any(score => score > 0)).ToList();
        var most = scored.Count == 0 ? 0 : scored.Max(found => found.Scores.Count(score => score > 0));
        return [.. scored.Where(found => found.Scores.Count(score => score > 0) == most).OrderByDescending(found => found.Scores.Sum()).Select(found => found.Type)];
    }

    static int[] Scores(LetterType type, string[] wanted)
    {
        var (purposes, names, about) = (Words(type.Purposes), Words([type.Name]).Append(type.Slug).ToArray(), Words([type.About]));
        return [.. wanted.Select(word => Is(word, purposes) * ForPurpose + Is(word, names) * ForName + Is(word, about) * ForAbout)];
    }

    static int Is(string word, string[] present) => present.Any(other => IsSame(word, other)) ? 1 : 0;

    /// <summary>membuka finds buka, rekening finds rekeningnya.</summary>
    static bool IsSame(string one, string other) =>
        one == other
        || (one.Length >= ShortestStem && other.Contains(one, StringComparison.Ordinal))
        || (other.Length >= ShortestStem && one.Contains(other, StringComparison.Ordinal));

    static string[] Words(IEnumerable<LocalText> texts) => [.. texts.SelectMany(text => Words(text.Indonesian).Concat(Words(text.English)))];

    static string[] Words(string text) => string.Concat(text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
