using System.Buffers;

namespace SmartKampung.Host.Search.Analysis;

/// <summary>
/// Words that a stemmer should be given beside the one that was written. It cuts prefixes off, but not what they swallowed
/// (menanam comes from tanam, memilih from pilih), and takes the end of some words for a suffix (sekolah, perbaikan, bertemu).
/// </summary>
static class IndonesianReadings
{
    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiou");
    static readonly string[] Endings = ["lah", "kah", "pun", "ku", "mu"];

    static readonly (string Prefix, string[] Swallowed)[] Prefixes =
    [
        ("meng", ["k"]), ("peng", ["k"]),
        ("meny", ["ny"]), ("peny", ["ny"]),
        ("mem", ["p", "m"]), ("pem", ["p", "m"]),
        ("men", ["t", "n"]), ("pen", ["t", "n"]),
        ("ber", ["r"]), ("per", ["r"]),
    ];

    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        // With one more suffix to cut, the stemmer leaves the ending alone.
        if (Array.Exists(Endings, word.EndsWith)) yield return word + "nya";
        if (word.EndsWith("kan", StringComparison.Ordinal) && word.Length > 6 && Vowels.Contains(word[^4])) yield return word[..^2];
        if (word.EndsWith("wan", StringComparison.Ordinal) && word.Length > 7) yield return word[..^3];
        if (word.StartsWith("kepe", StringComparison.Ordinal) && word.EndsWith("an", StringComparison.Ordinal)) yield return word[2..^2];
        foreach (var restored in Restored(word)) yield return restored;
    }

    static IEnumerable<string> Restored(string word)
    {
        foreach (var (prefix, swallowed) in Prefixes)
        {
            if (!word.StartsWith(prefix, StringComparison.Ordinal) || word.Length < prefix.Length + 3) continue;
            if (!Vowels.Contains(word[prefix.Length])) continue;
            return swallowed.Select(sound => sound + word[prefix.Length..]);
        }

        return [];
    }
}
