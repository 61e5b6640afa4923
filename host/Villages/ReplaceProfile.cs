using System.Text.Json;
using System.Text.RegularExpressions;
using SmartKampung.Host.Media;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages;

/// <summary>Checks and saves what a village tells of itself. HTML is cleaned before it is kept.</summary>
sealed partial class ReplaceProfile(VillageRegistry registry, VillageDocuments documents, FileStore files, FileTurns turns, PrepareMedia media, IHtmlSanitizer sanitizer)
{
    /// <summary>Somebody else was faster.</summary>
    public static readonly Refusal Stale = Refusal.Conflict(new("Orang lain lebih dahulu menyimpan.", "Someone else saved first."));

    const int MostEntries = 200;
    const int MostHeroes = 20;
    const int Line = 200;
    const int Paragraph = 2_000;
    const int Story = 100_000;

    public async Task<(VillageProfile? Profile, Refusal? Refusal)> RunAsync(Guid village, VillageProfile profile, CancellationToken stop = default)
    {
        using var turn = await turns.TakeAsync(village, stop);
        if (await CheckAsync(village, profile, stop) is { Length: > 0 } errors) return (null, Refusal.Invalid(errors));
        var (before, clean) = (await PresentAsync(village, stop), Cleaned(profile));
        await registry.SaveProfileAsync(village, clean, stop);
        media.LetGo(village, LetGo(before, clean));
        return (clean, null);
    }

    /// <summary>Changes a part of the profile.</summary>
    /// <param name="village">The village's id.</param>
    /// <param name="change">Gets the profile as it is and returns it changed, or null where the part is not any more as it was seen; called once to check and once to save.</param>
    /// <param name="stop">Cancels the saving.</param>
    /// <returns>What is wrong; <see cref="Stale" /> where somebody was faster; null once it is saved.</returns>
    public async Task<Refusal?> RunAsync(Guid village, Func<VillageProfile, VillageProfile?> change, CancellationToken stop = default)
    {
        using var turn = await turns.TakeAsync(village, stop);
        var before = await PresentAsync(village, stop);
        if (change(before) is not { } next) return Stale;
        if (await CheckAsync(village, next, stop) is { Length: > 0 } errors) return Refusal.Invalid(errors);
        var saved = await registry.ChangeProfileAsync(village, (record, _) => change(record.Profile) is { } changed ? record with { Profile = Cleaned(changed) } : null, stop);
        if (!saved) return Stale;
        media.LetGo(village, LetGo(before, next));
        return null;
    }

    /// <summary>The files that only the first of two states names.</summary>
    static string[] LetGo(VillageProfile before, VillageProfile after)
    {
        var kept = JsonSerializer.Serialize(after);
        return [.. StoredFile().Matches(JsonSerializer.Serialize(before)).Select(file => file.Value).Distinct().Where(file => !kept.Contains(file, StringComparison.Ordinal))];
    }

    /// <summary>The profile as it is saved now.</summary>
    public async Task<VillageProfile> PresentAsync(Guid village, CancellationToken stop) =>
        (await documents.OpenSession().LoadAsync<ProfileRecord>(village, stop))?.Profile ?? new();

    async Task<FieldError[]> CheckAsync(Guid village, VillageProfile profile, CancellationToken stop)
    {
        var check = new VillageCheck();
        await CheckFilesAsync(check, files.For(Partition.OfVillage(village)), profile, stop);
        CheckTexts(check, profile);
        CheckContacts(check, profile);
        CheckFigures(check, profile);
        CheckCounts(check, profile);
        for (var i = 0; i < profile.Officials.Count; i++) CheckOfficial(check, $"/officials/{i}", profile.Officials[i]);
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
        for (var i = 0; i < profile.Officials.Count; i++) await CheckPictureAsync($"/officials/{i}/photo", profile.Officials[i].Photo);
        for (var i = 0; i < profile.Heroes.Count; i++) await CheckPictureAsync($"/heroes/{i}", profile.Heroes[i]);

        async Task CheckPictureAsync(string pointer, VillagePicture? picture)
        {
            foreach (var file in picture?.Sizes.SelectMany(size => new[] { size.WebP, size.File }).Distinct() ?? []) await CheckFileAsync(pointer, file);
        }

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
        for (var i = 0; i < profile.Heroes.Count; i++) check.That(profile.Heroes[i].Alt.Length <= Line, $"/heroes/{i}/alt", VillageMessages.TooLong);
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

    static void CheckOfficial(VillageCheck check, string pointer, VillageOfficial official)
    {
        check.Name(pointer + "/name", official.Name);
        Short(check, pointer + "/office", official.Office, Line);
        check.That(official.Term.Length <= Line, pointer + "/term", VillageMessages.TooLong);
        check.That(official.From is null || official.Until is null || official.From <= official.Until, pointer + "/until", VillageMessages.Term);
    }

    static void CheckCounts(VillageCheck check, VillageProfile profile)
    {
        check.That(profile.Missions.Count <= MostEntries, "/missions", VillageMessages.TooMany);
        check.That(profile.Officials.Count <= MostEntries, "/officials", VillageMessages.TooMany);
        check.That(profile.Heroes.Count <= MostHeroes, "/heroes", VillageMessages.TooMany);
        check.That(profile.OpeningHours.Count <= MostEntries, "/openingHours", VillageMessages.TooMany);
        check.That(profile.EmergencyContacts.Count <= MostEntries, "/emergencyContacts", VillageMessages.TooMany);
        check.That(profile.Hamlets.Count <= MostEntries, "/hamlets", VillageMessages.TooMany);
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

    VillageProfile Cleaned(VillageProfile profile) => profile with { About = new(Clean(profile.About.Indonesian), Clean(profile.About.English)) };

    string Clean(string html) => html.Length == 0 ? "" : sanitizer.Sanitize(html).Value;

    [GeneratedRegex(@"^[1-9]\d{7,14}\z")]
    private static partial Regex WhatsAppNumber();

    [GeneratedRegex(@"^[^@\s<>""]{1,64}@[^@\s<>""]{1,190}\z")]
    private static partial Regex EmailAddress();

    [GeneratedRegex("[0-9a-f]{64}\\.[a-z0-9]{2,5}")]
    private static partial Regex StoredFile();
}
