namespace SmartKampung.Host.Villages;

/// <summary>Finds villages for the directory by name, district, regency, postal code or code.</summary>
static class DirectorySearch
{
    public const int PageSize = 50;
    const int MaxLength = 100;

    /// <summary>A page of the villages in which every word is found; those whose name begins with the text come first, then by code.</summary>
    public static DirectoryPage Search(this VillageIndex villages, string? text, int page, int size = PageSize) => villages.Open.Search(text, page, size);

    /// <inheritdoc cref="Search(VillageIndex, string?, int, int)" />
    public static DirectoryPage Search(this VillageEntry[] villages, string? text, int page, int size = PageSize)
    {
        var words = Words(text);
        var found = words.Length == 0 ? villages : Ranked(villages, words);
        var skipped = (long)(Math.Max(1, page) - 1) * size;
        return new(found.Length, Math.Max(1, page), size, skipped < found.Length ? [.. found.Skip((int)skipped).Take(size)] : []);
    }

    static SearchWord[] Words(string? text) =>
    [
        .. (text is { Length: > MaxLength } ? text[..MaxLength] : text ?? "")
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => new SearchWord(word)),
    ];

    /// <summary>Villages lie in the order of their codes, so that the names of a district are looked at once for all of its villages.</summary>
    static VillageEntry[] Ranked(VillageEntry[] villages, SearchWord[] words)
    {
        List<VillageEntry>[] byRank = [[], [], [], []];
        var (before, left) = ((VillageEntry?)null, words);
        foreach (var entry in villages)
        {
            if (!IsBeside(before, entry)) left = NotIn(entry, words);
            before = entry;
            if (HasAll(entry, left)) byRank[Rank(entry.Name, words[0].Text)].Add(entry);
        }

        return [.. byRank.SelectMany(found => found)];
    }

    static bool IsBeside(VillageEntry? before, VillageEntry entry) =>
        before is not null && ReferenceEquals(before.District, entry.District) && ReferenceEquals(before.Regency, entry.Regency);

    /// <summary>The words that are not in the names of district and regency, so that the village itself must have them.</summary>
    static SearchWord[] NotIn(VillageEntry entry, SearchWord[] words) =>
        Array.Exists(words, word => word.IsIn(entry.District.Name) || word.IsIn(entry.Regency.Name))
            ? [.. words.Where(word => !word.IsIn(entry.District.Name) && !word.IsIn(entry.Regency.Name))]
            : words;

    static bool HasAll(VillageEntry entry, SearchWord[] words)
    {
        foreach (var word in words)
            if (!word.IsIn(entry)) return false;
        return true;
    }

    static int Rank(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) switch
    {
        0 => name.Length == word.Length ? 0 : 1,
        > 0 => 2,
        _ => 3,
    };
}

/// <summary>A word that was typed to find villages.</summary>
readonly struct SearchWord(string text)
{
    readonly string lower = text.ToLowerInvariant();
    readonly bool isNumber = char.IsAsciiDigit(text[0]);

    public string Text { get; } = text;

    public bool IsIn(string name) => name.Contains(Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the village's own name, address, code or postal code has it.</summary>
    public bool IsIn(VillageEntry entry) => IsIn(entry.Name)
        || entry.Slug.Contains(lower, StringComparison.Ordinal)
        || (isNumber && (entry.Code.StartsWith(Text, StringComparison.Ordinal) || entry.Record.PostalCode.StartsWith(Text, StringComparison.Ordinal)));
}

/// <summary>A page of the directory and how many villages there are on all of them.</summary>
sealed record DirectoryPage(int Total, int Page, int PageSize, IReadOnlyList<VillageEntry> Villages)
{
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
