using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The pages of the profile, each with whether something stands in it.</summary>
static class ShowProfileParts
{
    public static async Task<Page> HandleAsync(HttpContext context, ReplaceProfile profiles, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        var profile = await profiles.PresentAsync(village.Id, stop);
        return Page.View("console-profile", new
        {
            parts = (ProfilePart[])
            [
                new("tentang", "edit.part.about", profile.Headline != LocalText.Empty && profile.About != LocalText.Empty),
                new("kantor", "edit.part.office", profile.Address.Length > 0 && (profile.Phone + profile.WhatsApp + profile.Email).Length > 0),
                new("jam", "edit.part.hours", profile.OpeningHours.Count > 0),
                new("perangkat", "edit.part.officials", profile.Officials.Count > 0),
                new("darurat", "edit.part.emergency", profile.EmergencyContacts.Count > 0),
                new("lambang", "edit.part.emblem", profile.Emblem.Length > 0 || profile.EmblemMedia is not null),
                new("foto", "edit.part.photos", profile.HeroPictures().Count > 0),
                new("letak", "edit.part.place", village.Location is not null),
                new("data", "edit.part.facts", profile.Population is not null && profile.Hamlets.Count > 0),
            ],
        });
    }
}

/// <param name="Name">The last segment of its address.</param>
/// <param name="Text">The key of its name; with <c>.about</c>, of a line on it.</param>
/// <param name="IsFilled">Whether what visitors look for stands in it.</param>
sealed record ProfilePart(string Name, string Text, bool IsFilled);
