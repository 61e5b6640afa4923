namespace SmartKampung.Host.Home;

/// <summary>An official in the reader's language.</summary>
/// <param name="Name">The name with titles.</param>
/// <param name="Office">The office.</param>
/// <param name="Term">The term of office, or null.</param>
/// <param name="Picture">The file of the picture, or null where there is none and a drawing stands for it.</param>
sealed record OfficialModel(string Name, string Office, string? Term, string? Picture)
{
    public static Func<VillageOfficial, OfficialModel> Of(ITexts texts) => official => new(
        official.Name, official.Office.In(texts.Language), Filled(TermOf(official)), Filled(official.Picture));

    /// <summary>People tell terms of office by their years.</summary>
    static string TermOf(VillageOfficial official) => (official.From?.Year, official.Until?.Year) switch
    {
        (null, null) => official.Term,
        ({ } from, { } until) when from == until => $"{from}",
        var (from, until) => $"{from}–{until}",
    };

    static string? Filled(string text) => text.Length == 0 ? null : text;
}
