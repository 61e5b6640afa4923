using System.Globalization;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Shows a list of the profile and changes its entries and their order, each change saved at once.</summary>
sealed class EditEntries(ReplaceProfile profiles, IFormReader forms, ChoosePicture pictures, TextLibrary library)
{
    public const string New = "baru";

    const int LongestAlt = 250;

    public async Task<Page> ListAsync<T, TEntry>(string name, HttpContext context, CancellationToken stop, Form<Confirmation>? said = null)
        where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var entries = T.In(await profiles.PresentAsync(VillageOf(context).Id, stop));
        return Page.View("console-profile-list", new
        {
            name,
            version = VersionOf<T, TEntry>(entries),
            entries = entries.Select(entry => LineOf<T, TEntry>(entry, context)).ToArray(),
            has_pictures = T.AltField is not null,
            may_change = MayChange(context),
        }, said ?? Form.Empty<Confirmation>());
    }

    public async Task<Page> ShowAsync<T, TEntry>(string name, string at, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        if (at == New) return await ViewAsync<T, TEntry>(name, at, "", Form.Empty<T>(), null, context, stop);
        var entries = T.In(await profiles.PresentAsync(VillageOf(context).Id, stop));
        return EntryAt(entries, at) is { } entry ? await ViewAsync<T, TEntry>(name, at, VersionOf<T, TEntry>(entry), Form.Of(T.Of(entry)), T.PictureIn(entry), context, stop) : Page.NotFound();
    }

    public async Task<Page> SaveAsync<T, TEntry>(string name, string at, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var form = await forms.ReadFormAsync<T>(context);
        var (seen, chosen) = (FieldOf(context, "version"), await ChosenAsync<T, TEntry>(form, context, stop));
        var position = 0;
        var refusal = form.IsValid ? await profiles.RunAsync(VillageOf(context).Id, profile => Put(profile, at, seen, form.Value, chosen, out position), stop) : null;
        if (refusal is null && form.IsValid)
        {
            await pictures.SettleAsync(chosen, context, stop);
            return Page.SeeOther($"/kelola/profil/{name}", message: "edit.saved");
        }

        var present = EntryAt(T.In(await profiles.PresentAsync(VillageOf(context).Id, stop)), at);
        if (refusal is not null) Tell(form, refusal, present is null ? null : T.Of(present), $"{T.Pointer}/{position}", context);
        var version = refusal == ReplaceProfile.Stale && present is not null ? VersionOf<T, TEntry>(present) : seen;
        return await ViewAsync<T, TEntry>(name, at, version, form, chosen.Or(present is null ? null : T.PictureIn(present)), context, stop);
    }

    /// <summary>Asks before an entry is taken away.</summary>
    public async Task<Page> AskAsync<T, TEntry>(string name, string at, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var entries = T.In(await profiles.PresentAsync(VillageOf(context).Id, stop));
        return EntryAt(entries, at) is { } entry
            ? Page.View("console-profile-remove", new { name, at, version = VersionOf<T, TEntry>(entries), entry = LineOf<T, TEntry>(entry, context), may_change = MayChange(context) }, Form.Empty<Confirmation>())
            : Page.NotFound();
    }

    /// <summary>Moves an entry by a step, or takes it away for a step of 0.</summary>
    public async Task<Page> MoveAsync<T, TEntry>(string name, string at, int step, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var form = await forms.ReadFormAsync<Confirmation>(context);
        var seen = FieldOf(context, "version");
        var refusal = await profiles.RunAsync(VillageOf(context).Id, profile => Move<T, TEntry>(profile, at, step, seen), stop);
        if (refusal is null) return Page.SeeOther($"/kelola/profil/{name}", message: step == 0 ? "edit.removed" : "edit.moved");
        ProfileErrors.Tell(form, refusal == ReplaceProfile.Stale ? refusal with { Message = new(Words(context, "stale.order"), Words(context, "stale.order")) } : refusal, RequestLanguage.Of(context));
        return await ListAsync<T, TEntry>(name, context, stop, form);
    }

    static VillageProfile? Put<T, TEntry>(VillageProfile profile, string at, string seen, IEntryForm<T, TEntry> sent, ChosenPicture chosen, out int position) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        List<TEntry> entries = [.. T.In(profile)];
        position = at == New ? entries.Count : PositionOf<T, TEntry>(entries, at, seen);
        if (position < 0) return null;
        if (position == entries.Count) entries.Add(sent.ToEntry(chosen, null));
        else entries[position] = sent.ToEntry(chosen, entries[position]);
        return T.With(profile, entries);
    }

    static VillageProfile? Move<T, TEntry>(VillageProfile profile, string at, int step, string seen) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        List<TEntry> entries = [.. T.In(profile)];
        if (VersionOf<T, TEntry>(entries) != seen || EntryAt(entries, at) is not { } entry) return null;
        var position = Index(at);
        entries.RemoveAt(position);
        if (step != 0) entries.Insert(Math.Clamp(position + step, 0, entries.Count), entry);
        return T.With(profile, entries);
    }

    /// <summary>Where the entry that was seen stands now, which somebody may have moved; -1 where it is changed or gone.</summary>
    static int PositionOf<T, TEntry>(List<TEntry> entries, string at, string seen) where T : class, IEntryForm<T, TEntry> where TEntry : class =>
        EntryAt(entries, at) is { } entry && VersionOf<T, TEntry>(entry) == seen ? Index(at) : entries.FindIndex(other => VersionOf<T, TEntry>(other) == seen);

    static TEntry? EntryAt<TEntry>(IReadOnlyList<TEntry> entries, string at) where TEntry : class => Index(at) is >= 0 and var index && index < entries.Count ? entries[index] : null;

    static int Index(string at) => int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    async Task<ChosenPicture> ChosenAsync<T, TEntry>(Form<T> form, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        if (T.AltField is not { } field) return ChosenPicture.None;
        var alt = FieldOf(context, field);
        var chosen = await pictures.ReadAsync(form, alt[..Math.Min(alt.Length, LongestAlt)], context, stop);
        if (T.NeedsPicture && form.IsValid && chosen == ChosenPicture.None) form.AddError("photo", Words(context, "edit.picture_missing"));
        return chosen;
    }

    void Tell<T>(Form<T> form, Refusal refusal, T? present, string pointer, HttpContext context) where T : class
    {
        var texts = library.For(PageOwner.Host.Id, context);
        if (refusal == ReplaceProfile.Stale) StaleForm.Tell(form, present, texts, VillageOf(context).TimeZone);
        else ProfileErrors.Tell(form, refusal, texts.Language, pointer);
    }

    async Task<Page> ViewAsync<T, TEntry>(string name, string at, string version, Form form, VillagePicture? picture, HttpContext context, CancellationToken stop) where T : class, IEntryForm<T, TEntry> where TEntry : class => Page.View($"console-profile-{name}", new
    {
        name,
        at,
        version,
        choices = T.AltField is null ? null : await pictures.ChoicesAsync(picture, context, stop),
        may_change = MayChange(context),
    }, form);

    ListedEntry LineOf<T, TEntry>(TEntry entry, HttpContext context) where T : class, IEntryForm<T, TEntry> where TEntry : class
    {
        var line = T.Told(entry, RequestLanguage.Of(context));
        return new(line.Title.Length > 0 ? line.Title : Words(context, "edit.untitled_photo"), line.Text, T.PictureIn(entry) is { } picture ? picture with { Alt = "" } : null);
    }

    /// <summary>Of what people can change: the widths of pictures come by themselves.</summary>
    static string VersionOf<T, TEntry>(params IEnumerable<TEntry> entries) where T : class, IEntryForm<T, TEntry> where TEntry : class =>
        Fingerprint.Of(entries.Select(entry => new { Fields = T.Of(entry), T.PictureIn(entry)?.Media }).ToArray());

    string Words(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];

    static string FieldOf(HttpContext context, string name) => context.Request.Form[name].ToString();

    static bool MayChange(HttpContext context) => Rights.HoldsToChange(context, HostPermissions.Profile);

    static Village VillageOf(HttpContext context) => PresentVillage.Of(context)!;
}

/// <summary>An entry as its list shows it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Text">A line on it.</param>
/// <param name="Picture">Its picture, or null.</param>
sealed record ListedEntry(string Title, string Text, VillagePicture? Picture);
