using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>A picture of the home page.</summary>
sealed record HeroForm(
    [StringLength(200), Display(Name = "edit.hero_alt")] string Alt,
    [Display(Name = "edit.hero")] IFormFile? Photo) : IEntryForm<HeroForm, VillagePicture>
{
    public static string Pointer => "/heroes";

    public static string? AltField => "alt";

    public static bool NeedsPicture => true;

    public static IReadOnlyList<VillagePicture> In(VillageProfile profile) => profile.HeroPictures();

    public static VillageProfile With(VillageProfile profile, List<VillagePicture> entries) => profile with { Heroes = entries, Hero = null };

    public static HeroForm Of(VillagePicture entry) => new(entry.Alt, null);

    public static EntryLine Told(VillagePicture entry, string language) => new(entry.Alt, "");

    public static VillagePicture? PictureIn(VillagePicture entry) => entry;

    /// <summary>A picture that was described in the library before needs no words here.</summary>
    public VillagePicture ToEntry(ChosenPicture chosen, VillagePicture? present)
    {
        var picture = chosen.Or(present) ?? throw new InvalidOperationException("A picture of the home page was asked for before.");
        var isNew = picture.Media != present?.Media;
        return picture with { Alt = Alt.Length == 0 && isNew ? picture.Alt : Alt };
    }
}
