using System.Collections.Frozen;

namespace SmartKampung.Residents.Lists;

/// <summary>One of Kemendagri's reference lists: what a family card may say in one of its columns.</summary>
sealed class ReferenceList
{
    const int LongestBloodGroup = 3;

    readonly FrozenDictionary<int, ReferenceEntry> byCode;
    readonly FrozenDictionary<string, ReferenceEntry> byWord;

    public ReferenceList(IReadOnlyList<ReferenceEntry> entries)
    {
        Entries = entries;
        byCode = entries.ToFrozenDictionary(entry => entry.Code);
        byWord = Words(entries).DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => pair.Entry);
    }

    public IReadOnlyList<ReferenceEntry> Entries { get; }

    public ReferenceEntry? Find(int? code) => code is { } number ? byCode.GetValueOrDefault(number) : null;

    /// <summary>By code or by word, as sheets of other systems write it: blanks, hyphens and capitals do not count.</summary>
    public ReferenceEntry? Find(string typed) =>
        int.TryParse(typed, out var code) ? Find(code) : byWord.GetValueOrDefault(Plain(typed));

    /// <summary>What is called so comes before what is called so as well.</summary>
    static IEnumerable<(string Word, ReferenceEntry Entry)> Words(IReadOnlyList<ReferenceEntry> entries) =>
        [
            .. entries.Select(entry => (Plain(entry.Name), entry)),
            .. entries.SelectMany(entry => entry.Others.Select(other => (Plain(other), entry))),
            .. entries.Select(entry => (Plain(entry.English), entry)),
        ];

    static string Plain(string word)
    {
        // Plus and minus tell blood groups apart, and nothing else.
        var plain = string.Concat(word.Where(letter => char.IsLetterOrDigit(letter) || letter is '+' or '-')).ToUpperInvariant();
        return plain.Length <= LongestBloodGroup ? plain : plain.Replace("-", "", StringComparison.Ordinal);
    }
}

/// <summary>An entry of a list.</summary>
/// <param name="Code">Its code in the population administration's system (SIAK), which OpenSID uses too.</param>
/// <param name="Name">As a family card says it.</param>
/// <param name="English">In English.</param>
/// <param name="Others">What else it is called in sheets.</param>
sealed record ReferenceEntry(int Code, string Name, string English, IReadOnlyList<string> Others);
