using System.Text.RegularExpressions;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages;

/// <summary>Checks and saves what a village tells of itself. HTML is cleaned before it is kept.</summary>
sealed partial class ReplaceProfile(VillageRegistry registry, FileStore files, IHtmlSanitizer sanitizer)
{
    const int Line = 200;
    const int Paragraph = 2_000;
    const int Story = 100_000;

    public async Task<(VillageProfile? Profile, Refusal? Refusal)> RunAsync(Guid village, VillageProfile profile, CancellationToken stop = default)
    {
        if (await CheckAsync(village, profile, stop) is { Length: > 0 } errors) return (null, Refusal.Invalid(errors));
        var clean = profile with { About = new(Clean(profile.About.Indonesian), Clean(profile.About.English)) };
        await registry.SaveProfileAsync(village, clean, stop);
        return (clean, null);
    }

    async Task<FieldError[]> CheckAsync(Guid village, VillageProfile profile, CancellationToken stop)
    {
        var check = new VillageCheck();
        await CheckFilesAsync(check, files.For(Partition.OfVillage(village)), profile, stop);
        CheckTexts(check, profile);
        CheckContacts(check, profile);
        CheckFigures(check, profile);
        for (var i = 0; i < profile.Officials.Count; i++) check.Name($"/officials/{i}/name", profile.Officials[i].Name);
        for (var i = 0; i < profile.Hamlets.Count; i++) check.Name($"/hamlets/{i}", profile.Hamlets[i]);
        for (var i = 0; i < profile.OpeningHours.Count; i++)
            check.That(profile.OpeningHours[i].Closes > profile.OpeningHours[i].Opens, $"/openingHours/{i}/closes", VillageMessages.Hours);
        return check.Errors;
    }

    static async Task CheckFilesAsync(VillageCheck check, IFileStore files, VillageProfile profile, CancellationToken stop)
    {
        await CheckFileAsync("/emblem", profile.Emblem);
        await CheckFileAsync("/hero/file", profile.Hero?.File ?? "");
        for (var i = 0; i < profile.Officials.Count; i++) await CheckFileAsync($"/officials/{i}/picture", profile.Officials[i].Picture);

        async Task CheckFileAsync(string pointer, string file)
        {
            if (file.Length == 0) return;
            await using var content = await files.OpenAsync(file, stop);
            check.That(content is not null, pointer, VillageMessages.File);
        }
    }

    static void CheckTexts(VillageCheck check, VillageProfile profile)
    {
        Short(check, "/headline", profile.Headline, Line);
        Short(check, "/lead", profile.Lead, Paragraph);
        Short(check, "/about", profile.About, Story);
        Short(check, "/vision", profile.Vision, Paragraph);
        for (var i = 0; i < profile.Missions.Count; i++) Short(check, $"/missions/{i}", profile.Missions[i], Paragraph);
    }

    static void CheckContacts(VillageCheck check, VillageProfile profile)
    {
        check.That(profile.Accent.Length == 0 || AccentColor.IsReadable(profile.Accent), "/accent", VillageMessages.Accent);
        check.That(profile.WhatsApp.Length == 0 || WhatsAppNumber().IsMatch(profile.WhatsApp), "/whatsApp", VillageMessages.WhatsApp);
        check.That(profile.Email.Length == 0 || EmailAddress().IsMatch(profile.Email), "/email", VillageMessages.Email);
        check.That(profile.Address.Length <= Line, "/address", VillageMessages.TooLong);
        check.That(profile.Phone.Length <= Line, "/phone", VillageMessages.TooLong);
        for (var i = 0; i < profile.EmergencyContacts.Count; i++)
            check.Name($"/emergencyContacts/{i}/phone", profile.EmergencyContacts[i].Phone);
    }

    static void CheckFigures(VillageCheck check, VillageProfile profile)
    {
        check.That(profile.Population is null or >= 0, "/population", VillageMessages.NotNegative);
        check.That(profile.Families is null or >= 0, "/families", VillageMessages.NotNegative);
        check.That(profile.AreaKm2 is null or >= 0, "/areaKm2", VillageMessages.NotNegative);
    }

    static void Short(VillageCheck check, string pointer, LocalText text, int most)
    {
        check.That(text.Indonesian.Length <= most, pointer + "/indonesian", VillageMessages.TooLong);
        check.That(text.English.Length <= most, pointer + "/english", VillageMessages.TooLong);
    }

    string Clean(string html) => html.Length == 0 ? "" : sanitizer.Sanitize(html).Value;

    [GeneratedRegex(@"^[1-9]\d{7,14}\z")]
    private static partial Regex WhatsAppNumber();

    [GeneratedRegex(@"^[^@\s<>""]{1,64}@[^@\s<>""]{1,190}\z")]
    private static partial Regex EmailAddress();
}
