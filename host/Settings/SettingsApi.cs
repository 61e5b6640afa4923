using System.Text.Json;
using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Settings;

static class SettingsApi
{
    /// <summary>Reading and setting the settings of modules for the regency, its districts and villages.</summary>
    public static void MapSettingsApi(this IEndpointRouteBuilder app)
    {
        foreach (var scope in ApiScope.All) MapSettings(scope, scope.Map(app, "/settings"));
    }

    static void MapSettings(ApiScope scope, RouteGroupBuilder settings)
    {
        scope.Guard(settings.WithTags("Settings"));
        settings.MapGet("/{module}", (string module, HttpContext context) => Show(scope.PathOf(context), module, context))
            .WithName($"Show{scope.Name}Settings").WithSummary("A module's settings: value, the scope it comes from, the scope that locks it.").Produces<SettingsView>();
        settings.MapPut("/{module}", (string module, Body<Dictionary<string, JsonElement>> body, HttpContext context, WriteSettings write, CancellationToken stop) =>
                Replace(scope.PathOf(context), module, body.Value, context, write, stop))
            .WithName($"Replace{scope.Name}Settings")
            .WithSummary("Replaces what this scope sets: names that are left out or null are inherited; locked names what narrower scopes can't set.")
            .Accepts<JsonElement>("application/json").Produces<SettingsView>();
    }

    static IResult Show(ScopePath path, string module, HttpContext context)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<IModuleCatalog>().FindSettings(module) is not { } info) return Refusal.NotFound.In(context);
        var reader = services.GetRequiredService<SettingsReader>();
        var names = services.GetRequiredService<ScopeNames>();
        var settings = info.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings)
            .ToDictionary(setting => setting.Name, setting => SettingView.Of(setting, reader.Find(path, module, setting), names));
        return ApiJson.Ok(new SettingsView(module, names.Key(path.Own), settings));
    }

    static async Task<IResult> Replace(
        ScopePath path, string module, Dictionary<string, JsonElement> body, HttpContext context, WriteSettings write, CancellationToken stop)
    {
        var refusal = await write.RunAsync(path, module, body, stop);
        return refusal?.In(context) ?? Show(path, module, context);
    }
}

/// <summary>A module's settings as they hold in a scope.</summary>
sealed record SettingsView(string Module, string Scope, IReadOnlyDictionary<string, SettingView> Settings);

/// <summary>A setting as it holds in a scope.</summary>
/// <param name="Value">The value; a secret that is set shows as a mask.</param>
/// <param name="From">The scope that set it, or default.</param>
/// <param name="LockedBy">The scope that locks it, or null.</param>
sealed record SettingView(JsonElement Value, string From, string? LockedBy)
{
    public static SettingView Of(Setting setting, Inherited<string> value, ScopeNames names) => new(
        JsonElement.Parse(SettingSecrets.Hide(setting, value.Value)), value.From is { } from ? names.Key(from) : "default", value.LockedBy is { } by ? names.Key(by) : null);
}
