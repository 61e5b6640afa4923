using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Somebody who serves in the village's office.</summary>
sealed record OfficialForm(
    [Required, StringLength(100), Display(Name = "edit.name")] string Name,
    [Required, StringLength(200), Display(Name = "edit.office")] string Office,
    [StringLength(200), Display(Name = "edit.office_en")] string OfficeEn,
    [Display(Name = "edit.from")] DateOnly? From,
    [Display(Name = "edit.until")] DateOnly? Until,
    [StringLength(200), Display(Name = "edit.term")] string Term,
    [Display(Name = "edit.photo")] IFormFile? Photo) : IEntryForm<OfficialForm, VillageOfficial>
{
    const int Side = 160;

    public static string Pointer => "/officials";

    public static string? AltField => "name";

    public static IReadOnlyList<VillageOfficial> In(VillageProfile profile) => profile.Officials;

    public static VillageProfile With(VillageProfile profile, List<VillageOfficial> entries) => profile with { Officials = entries };

    public static OfficialForm Of(VillageOfficial entry) =>
        new(entry.Name, entry.Office.Indonesian, entry.Office.English, entry.From, entry.Until, entry.Term, null);

    public static EntryLine Told(VillageOfficial entry, string language) => new(entry.Name, entry.Office.In(language));

    public static VillagePicture? PictureIn(VillageOfficial entry) =>
        entry.Photo ?? (entry.Picture.Length > 0 ? new(null, "", [new(Side, Side, entry.Picture, entry.Picture)]) : null);

    /// <summary>Days tell more than words: where there are days, the words go.</summary>
    public VillageOfficial ToEntry(ChosenPicture chosen, VillageOfficial? present) =>
        new(Name, new(Office, OfficeEn), From is null && Until is null ? Term : "", chosen.IsPresent ? present?.Picture ?? "" : "", From, Until, chosen.Or(present?.Photo));
}
