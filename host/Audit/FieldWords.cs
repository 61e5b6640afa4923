using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Audit;

/// <summary>What stands in an entry as names and JSON, in the reader's words.</summary>
/// <param name="texts">The texts of the host and its modules.</param>
/// <param name="context">The reader's request.</param>
sealed partial class FieldWords(TextLibrary texts, HttpContext context)
{
    const string Values = "Values.";

    /// <summary>Parts of a path that only hold others.</summary>
    static readonly string[] Holders = ["Profile", "Values"];

    readonly string language = RequestLanguage.Of(context);

    Texts Host => (Texts)texts.For(PageOwner.Host.Id, context);

    /// <summary>What a document is called: a role or module by its name.</summary>
    public string Label(AuditedDocument document) => document.Type switch
    {
        nameof(RoleAssignment) or nameof(Slip) or nameof(RoleSet) => Role(document.Label),
        nameof(ModuleConfiguration) => Module(document.Label),
        _ => document.Label,
    };

    public string Name(AuditedDocument document, string path)
    {
        if (path.StartsWith(Values, StringComparison.Ordinal) && SettingOf(document, path[Values.Length..]) is { } setting) return setting;
        var parts = path.Split('.');
        var told = parts.Length == 1 ? parts : parts.Except(Holders);
        return Sentence(string.Join(", ", told.Select(part => Word(document.TextsOf, part))));
    }

    public string Value(string name, string? json)
    {
        if (string.IsNullOrEmpty(json)) return "";
        try
        {
            return Write(name.Split('.')[^1], JsonNode.Parse(json));
        }
        catch (System.Text.Json.JsonException)
        {
            return json.Trim('"');    // masked, or cut off where it was long
        }
    }

    string Write(string name, JsonNode? value) => value switch
    {
        JsonArray items => string.Join(items.Any(item => item is JsonObject) ? "; " : ", ", items.Select(item => Write(name, item))),
        JsonObject whole => string.Join(", ", whole.Where(part => IsTold(part.Value)).Select(part => $"{Word(PageOwner.Host.Id, part.Key)}: {Write(part.Key, part.Value)}")),
        JsonValue one when one.TryGetValue<bool>(out var isTrue) => Host[isTrue ? "audit.value.true" : "audit.value.false"],
        JsonValue one when one.TryGetValue<string>(out var text) => Text(name, text),
        JsonValue one when one.TryGetValue<decimal>(out var number) => NumberWriting.Number(number, language),
        _ => "",
    };

    static bool IsTold(JsonNode? value) => value is not null && value.ToJsonString() is not ("\"\"" or "[]");

    string Text(string name, string text) => name switch
    {
        nameof(RoleAssignment.Role) => Role(text),
        nameof(ModuleConfiguration.Module) => Module(text),
        nameof(IScoped.Scope) => Place(text),
        _ when Guid.TryParseExact(text, "D", out var id) => VillageOf(id) ?? text[..8],
        _ => Moment(text) ?? Host.Find($"audit.value.{text}") ?? text,
    };

    /// <summary>A day or a moment by the village's clock; null for other texts.</summary>
    string? Moment(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return DateWriting.Write(new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), "", language);
        if (!IsoMoment().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        return DateWriting.Write(TimeZoneInfo.ConvertTime(moment, PresentVillage.Of(context)?.TimeZone ?? SiteClock.TimeZone), "full", language);
    }

    public string Role(string role) => context.RequestServices.GetRequiredService<RoleSets>().NameOf(role) ?? Host.Find($"role.{role}") ?? role;

    string Module(string id) => context.RequestServices.GetRequiredService<IModuleCatalog>().Modules.FirstOrDefault(module => module.Id == id)?.Name.In(language) ?? id;

    string Place(string text) => Scope.Parse(text) switch
    {
        { Kind: ScopeKind.Village, VillageId: var village } => VillageOf(village) ?? text,
        { Kind: ScopeKind.Regency } => Host["audit.value.regency"],
        _ => text,
    };

    string? VillageOf(Guid id) => context.RequestServices.GetRequiredService<VillageRegistry>().Find(id)?.Name;

    string? SettingOf(AuditedDocument document, string name) =>
        ((Texts)texts.For(document.Type == nameof(ModuleConfiguration) ? document.Label : PageOwner.Host.Id, context)).Find($"settings.{name}");

    /// <summary>The word for a property; one that has none is taken apart at its capitals.</summary>
    string Word(string owner, string name) =>
        ((Texts)texts.For(owner, context)).Find($"audit.field.{name}") ?? Host.Find($"audit.field.{name}") ?? Capital().Replace(name, " $0").Trim().ToLowerInvariant();

    static string Sentence(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d")]
    private static partial Regex IsoMoment();
}
