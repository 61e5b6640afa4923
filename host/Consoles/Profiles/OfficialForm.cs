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
    [StringLength(80)] string Picture,
    [Display(Name = "edit.photo")] IFormFile? Photo,
    [Display(Name = "edit.without_photo")] bool WithoutPhoto) : IEntryForm<OfficialForm, VillageOfficial>
{
    public static string Pointer => "/officials";

    public IFormFile? Sent => Photo;

    public static IReadOnlyList<VillageOfficial> In(VillageProfile profile) => profile.Officials;

    public static VillageProfile With(VillageProfile profile, List<VillageOfficial> entries) => profile with { Officials = entries };

    public static OfficialForm Of(VillageOfficial entry) =>
        new(entry.Name, entry.Office.Indonesian, entry.Office.English, entry.From, entry.Until, entry.Term, entry.Picture, null, WithoutPhoto: false);

    public static EntryLine Told(VillageOfficial entry, string language) => new(entry.Name, entry.Office.In(language), entry.Picture);

    /// <summary>Days tell more than words: where there are days, the words go.</summary>
    public VillageOfficial ToEntry(string? picture) =>
        new(Name, new(Office, OfficeEn), From is null && Until is null ? Term : "", picture ?? (WithoutPhoto ? "" : Picture), From, Until);
}
