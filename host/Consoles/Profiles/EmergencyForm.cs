using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>A number to call in an emergency.</summary>
sealed record EmergencyForm(
    [Required, StringLength(100), Display(Name = "edit.contact")] string Name,
    [StringLength(100), Display(Name = "edit.contact_en")] string NameEn,
    [Required, StringLength(40), Display(Name = "edit.contact_phone")] string Phone) : IEntryForm<EmergencyForm, EmergencyContact>
{
    public static string Pointer => "/emergencyContacts";

    public static IReadOnlyList<EmergencyContact> In(VillageProfile profile) => profile.EmergencyContacts;

    public static VillageProfile With(VillageProfile profile, List<EmergencyContact> entries) => profile with { EmergencyContacts = entries };

    public static EmergencyForm Of(EmergencyContact entry) => new(entry.Name.Indonesian, entry.Name.English, entry.Phone);

    public static EntryLine Told(EmergencyContact entry, string language) => new(entry.Name.In(language), entry.Phone);

    public EmergencyContact ToEntry(ChosenPicture chosen, EmergencyContact? present) => new(new(Name, NameEn), Phone);
}
