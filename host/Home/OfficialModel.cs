namespace SmartKampung.Host.Home;

/// <summary>An official in the reader's language.</summary>
/// <param name="Name">The name with titles.</param>
/// <param name="Office">The office.</param>
/// <param name="Term">The term of office, or null.</param>
/// <param name="Picture">The file of the picture, or null where there is none and a drawing stands for it.</param>
sealed record OfficialModel(string Name, string Office, string? Term, string? Picture)
{
    public static Func<VillageOfficial, OfficialModel> Of(ITexts texts) => official => new(
        official.Name, official.Office.In(texts.Language), Filled(official.Term), Filled(official.Picture));

    static string? Filled(string text) => text.Length == 0 ? null : text;
}
