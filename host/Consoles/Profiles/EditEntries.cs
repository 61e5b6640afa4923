using System.Globalization;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Shows a list of the profile and changes its entries and their order, each change saved at once.</summary>
sealed class EditEntries(ReplaceProfile profiles, IFormReader forms, IUploadedPictures pictures, TextLibrary library)
{
    public const string New = "baru";

    public async Task<Page> ListAsync<T, TEntry>(string name, HttpContext context, CancellationToken stop, Form<Confirmation>? said = null)
        where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var entries = T.In(await profiles.PresentAsync(VillageOf(context).Id, stop));
        return Page.View("console-profile-list", new
        {
            name,
            version = Fingerprint.Of(entries),
            entries = entries.Select(entry => T.Told(entry, RequestLanguage.Of(context))).ToArray(),
            may_change = MayChange(context),
        }, said ?? Form.Empty<Confirmation>());
    }

    public async Task<Page> ShowAsync<T, TEntry>(string name, string at, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        if (at == New) return View(name, at, "", Form.Empty<T>(), "", context);
        var entries = T.In(await profiles.PresentAsync(VillageOf(context).Id, stop));
        return EntryAt(entries, at) is { } entry ? View(name, at, Fingerprint.Of(entry), Form.Of(T.Of(entry)), T.Told(entry, "id").Picture ?? "", context) : Page.NotFound();
    }

    public async Task<Page> SaveAsync<T, TEntry>(string name, string at, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var form = await forms.ReadFormAsync<T>(context);
        var (seen, picture) = (VersionOf(context), await TakeAsync(form, context, stop));
        if (!form.IsValid) return View(name, at, seen, form, picture ?? KeptPicture(context), context);
        var entry = form.Value.ToEntry(picture);
        var position = 0;
        var refusal = await profiles.RunAsync(VillageOf(context).Id, profile => Put<T, TEntry>(profile, at, seen, entry, out position), stop);
        if (refusal is null) return Page.SeeOther($"/kelola/profil/{name}", message: "edit.saved");
        var present = EntryAt(T.In(await profiles.PresentAsync(VillageOf(context).Id, stop)), at);
        Tell(form, refusal, present is null ? null : T.Of(present), $"{T.Pointer}/{position}", context);
        return View(name, at, refusal == ReplaceProfile.Stale && present is not null ? Fingerprint.Of(present) : seen, form, picture ?? KeptPicture(context), context);
    }

    /// <summary>Asks before an entry is taken away.</summary>
    public async Task<Page> AskAsync<T, TEntry>(string name, string at, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var entries = T.In(await profiles.PresentAsync(VillageOf(context).Id, stop));
        return EntryAt(entries, at) is { } entry
            ? Page.View("console-profile-remove", new { name, at, version = Fingerprint.Of(entries), entry = T.Told(entry, RequestLanguage.Of(context)), may_change = MayChange(context) }, Form.Empty<Confirmation>())
            : Page.NotFound();
    }

    /// <summary>Moves an entry by a step, or takes it away for a step of 0.</summary>
    public async Task<Page> MoveAsync<T, TEntry>(string name, string at, int step, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var form = await forms.ReadFormAsync<Confirmation>(context);
        var seen = VersionOf(context);
        var refusal = await profiles.RunAsync(VillageOf(context).Id, profile => Move<T, TEntry>(profile, at, step, seen), stop);
        if (refusal is null) return Page.SeeOther($"/kelola/profil/{name}", message: step == 0 ? "edit.removed" : "edit.moved");
        ProfileErrors.Tell(form, refusal == ReplaceProfile.Stale ? refusal with { Message = new(Text(context, "stale.order"), Text(context, "stale.order")) } : refusal, RequestLanguage.Of(context));
        return await ListAsync<T, TEntry>(name, context, stop, form);
    }

    static VillageProfile? Put<T, TEntry>(VillageProfile profile, string at, string seen, TEntry entry, out int position) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        List<TEntry> entries = [.. T.In(profile)];
        position = at == New ? entries.Count : PositionOf(entries, at, seen);
        if (position < 0) return null;
        if (position == entries.Count) entries.Add(entry);
        else entries[position] = entry;
        return T.With(profile, entries);
    }

    static VillageProfile? Move<T, TEntry>(VillageProfile profile, string at, int step, string seen) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        List<TEntry> entries = [.. T.In(profile)];
        if (Fingerprint.Of(T.In(profile)) != seen || EntryAt(entries, at) is not { } entry) return null;
        var position = Index(at);
        entries.RemoveAt(position);
        if (step != 0) entries.Insert(Math.Clamp(position + step, 0, entries.Count), entry);
        return T.With(profile, entries);
    }

    /// <summary>Where the entry that was seen stands now, which somebody may have moved; -1 where it is changed or gone.</summary>
    static int PositionOf<TEntry>(List<TEntry> entries, string at, string seen) where TEntry : class =>
        EntryAt(entries, at) is { } entry && Fingerprint.Of(entry) == seen ? Index(at) : entries.FindIndex(other => Fingerprint.Of(other) == seen);

    static TEntry? EntryAt<TEntry>(IReadOnlyList<TEntry> entries, string at) where TEntry : class => Index(at) is >= 0 and var index && index < entries.Count ? entries[index] : null;

    static int Index(string at) => int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    async Task<string?> TakeAsync<T>(Form<T> form, HttpContext context, CancellationToken stop) where T : class
    {
        if (context.Request.Form.Files.GetFile("photo") is not { Length: > 0 } sent) return null;
        var taken = await pictures.TakeAsync(VillageOf(context), sent, PictureUse.Portrait, stop);
        if (taken.Mistake is { } mistake) form.AddError("photo", Text(context, mistake));
        return taken.Picture?.File;
    }

    void Tell<T>(Form<T> form, Refusal refusal, T? present, string pointer, HttpContext context) where T : class
    {
        var texts = library.For(PageOwner.Host.Id, context);
        if (refusal == ReplaceProfile.Stale) StaleForm.Tell(form, present, texts, VillageOf(context).TimeZone);
        else ProfileErrors.Tell(form, refusal, texts.Language, pointer);
    }

    static Page View(string name, string at, string version, Form form, string picture, HttpContext context) =>
        Page.View($"console-profile-{name}", new { name, at, version, picture_file = picture, may_change = MayChange(context) }, form);

    static string KeptPicture(HttpContext context) => context.Request.Form["picture"].ToString();

    static string VersionOf(HttpContext context) => context.Request.Form["version"].ToString();

    static bool MayChange(HttpContext context) => Rights.HoldsToChange(context, HostPermissions.Profile);

    static Village VillageOf(HttpContext context) => PresentVillage.Of(context)!;

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}
