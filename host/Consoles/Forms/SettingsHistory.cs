using System.Text.Json;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>Who changed which of a module's settings when, as the audit log tells it, and the way back to how they were.</summary>
static class SettingsHistory
{
    const int LooksAt = 500;
    const string Values = nameof(ModuleConfiguration.Values) + ".";

    public static void MapSettingsHistory(this IEndpointRouteBuilder console)
    {
        console.MapGet("/modul/{id}/riwayat", ShowAsync).RequirePermission(HostPermissions.Modules);
        console.MapPost("/modul/{id}/riwayat/{number}", ReturnAsync).RequirePermission(HostPermissions.Modules);
    }

    static async Task<Page> ShowAsync(string id, HttpContext context, IModuleCatalog catalog, AuditLog log, TextLibrary texts, CancellationToken stop) =>
        await ViewAsync(id, Form.Empty<Confirmation>(), context, catalog, log, texts, stop);

    /// <summary>Sets what was set before the change of this number, and before all later ones.</summary>
    static async Task<Page> ReturnAsync(
        string id, long number, Form<Confirmation> form, HttpContext context, IModuleCatalog catalog, AuditLog log, ModuleConfigurations configurations, WriteSettings write, TextLibrary texts,
        CancellationToken stop)
    {
        var (changes, village) = (await ChangesAsync(id, context, log, stop), PresentVillage.Of(context)!);
        if (catalog.FindSettings(id) is null || changes.All(change => change.Entry.Number != number)) return Page.NotFound();
        var present = configurations.Find(Scope.Village(village.Id), id);
        var values = new Dictionary<string, string>(present?.Values ?? []);
        foreach (var change in changes.TakeWhile(change => change.Entry.Number >= number)) Undo(values, change.Fields);
        var refusal = await write.RunAsync(ScopePath.Of(village), id, values.ToDictionary(value => value.Key, value => JsonElement.Parse(value.Value)), present?.Version ?? 0, stop);
        if (refusal is null) return Page.SeeOther($"/kelola/modul/{id}", message: "console.settings.returned");
        form.AddError("", refusal.Message.In(RequestLanguage.Of(context)));
        return await ViewAsync(id, form, context, catalog, log, texts, stop);
    }

    /// <summary>A secret stays as it is, and so does a value that was too long to be told whole.</summary>
    static void Undo(Dictionary<string, string> values, IEnumerable<AuditedField> fields)
    {
        foreach (var field in fields)
        {
            var name = field.Name[Values.Length..];
            if (field.Before is null && field.After != FieldChanges.Masked) values.Remove(name);
            else if (TextOf(field.Before) is { } json) values[name] = json;
        }
    }

    /// <summary>Settings are kept as JSON in a text, which the log told as JSON again.</summary>
    static string? TextOf(string? told)
    {
        try
        {
            return told is null ? null : JsonSerializer.Deserialize<string>(told);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static async Task<Page> ViewAsync(string id, Form<Confirmation> form, HttpContext context, IModuleCatalog catalog, AuditLog log, TextLibrary texts, CancellationToken stop)
    {
        if (catalog.FindSettings(id) is not { } module) return Page.NotFound();
        var words = (Texts)texts.For(id, context);
        return Page.View("console-settings-history", new
        {
            id,
            name = module.Name.In(RequestLanguage.Of(context)),
            changes = (await ChangesAsync(id, context, log, stop)).Select(change => new
            {
                number = change.Entry.Number,
                at = change.Entry.At,
                by = new RecordsView(texts, context).NameOf(change.Entry),
                fields = change.Fields.Select(field => new
                {
                    name = words.Find("settings." + field.Name[Values.Length..]) ?? field.Name[Values.Length..],
                    before = TextOf(field.Before) ?? field.Before ?? "",
                    after = TextOf(field.After) ?? field.After ?? "",
                }).ToArray(),
            }).ToArray(),
            may_change = Rights.HoldsToChange(context, HostPermissions.Modules),
        }, form);
    }

    static async Task<IReadOnlyList<SettingsChange>> ChangesAsync(string id, HttpContext context, AuditLog log, CancellationToken stop) =>
    [
        .. from entry in await log.OfVillageAsync(PresentVillage.Of(context)!.Id, new(Owner: PageOwner.Host.Id), 0, LooksAt, stop)
           let fields = entry.Documents.Where(document => document.Type == nameof(ModuleConfiguration) && document.Label == id)
               .SelectMany(document => document.Fields).Where(field => field.Name.StartsWith(Values, StringComparison.Ordinal)).ToArray()
           where fields.Length > 0
           select new SettingsChange(entry, fields),
    ];

    sealed record SettingsChange(AuditEntry Entry, IReadOnlyList<AuditedField> Fields);
}
