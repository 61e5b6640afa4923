namespace SmartKampung.Host.Home;

/// <summary>An official in the reader's language.</summary>
/// <param name="Name">The name with titles.</param>
/// <param name="Office">The office.</param>
/// <param name="Term">The term of office, or null.</param>
/// <param name="Picture">The picture, or null where there is none and a drawing stands for it.</param>
sealed record OfficialModel(string Name, string Office, string? Term, VillagePicture? Picture)
{
    const int Widths = 2;
    const int Side = 160;

    public static Func<VillageOfficial, OfficialModel> Of(ITexts texts) => official => new(
        official.Name, official.Office.In(texts.Language), Filled(TermOf(official)), PictureOf(official));

    /// <summary>No more widths than its small place needs.</summary>
    static VillagePicture? PictureOf(VillageOfficial official) => official switch
    {
        { Photo.Sizes.Count: > 0 } => new(official.Photo.Media, "", [.. official.Photo.Sizes.Take(Widths)]),
        { Picture.Length: > 0 } => new(null, "", [new(Side, Side, official.Picture, official.Picture)]),
        _ => null,
    };

    /// <summary>People tell terms of office by their years.</summary>
    static string TermOf(VillageOfficial official) => (official.From?.Year, official.Until?.Year) switch
    {
        (null, null) => official.Term,
        ({ } from, { } until) when from == until => $"{from}",
        var (from, until) => $"{from}–{until}",
    };

    static string? Filled(string text) => text.Length == 0 ? null : text;
}
