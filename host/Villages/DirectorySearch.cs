namespace SmartKampung.Host.Villages;

/// <summary>Finds villages for the directory by name, district, regency, postal code or code.</summary>
static class DirectorySearch
{
    public const int PageSize = 50;
    const int MaxLength = 100;

    /// <summary>A page of the villages in which every word is found; those whose name begins with the text come first, then by code.</summary>
    public static DirectoryPage Search(this VillageIndex villages, string? text, int page, int size = PageSize)
    {
        var words = Words(text);
        var found = words.Length == 0 ? villages.Open : Ranked(villages.Open, words);
        var skipped = (long)(Math.Max(1, page) - 1) * size;
        return new(found.Length, Math.Max(1, page), size, skipped < found.Length ? [.. found.Skip((int)skipped).Take(size)] : []);
    }

    static string[] Words(string? text) =>
        (text is { Length: > MaxLength } ? text[..MaxLength] : text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static VillageEntry[] Ranked(VillageEntry[] villages, string[] words)
    {
        var found = villages.Where(entry => words.All(word => Has(entry, word))).ToArray();
        return [.. found.OrderBy(entry => Rank(entry.Name, words[0]))];
    }

    static int Rank(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) switch
    {
        0 => name.Length == word.Length ? 0 : 1,
        > 0 => 2,
        _ => 3,
    };

    static bool Has(VillageEntry entry, string word) =>
        entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || entry.District.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || entry.Code.StartsWith(word, StringComparison.Ordinal)
        || entry.Record.PostalCode.StartsWith(word, StringComparison.Ordinal)
        || entry.Slug.Contains(word, StringComparison.OrdinalIgnoreCase)
        || entry.Regency.Name.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A page of the directory and how many villages there are on all of them.</summary>
sealed record DirectoryPage(int Total, int Page, int PageSize, IReadOnlyList<VillageEntry> Villages)
{
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
