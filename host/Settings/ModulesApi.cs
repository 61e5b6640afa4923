using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Settings;

static class ModulesApi
{
    const string Tag = "Modules";

    /// <summary>The modules of the installation, and switching them on and off in the regency, its districts and villages.</summary>
    public static void MapModulesApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/modules", List).WithTags(Tag).WithName("ListModules").WithSummary("The modules that were found, with their state.").Produces<ModuleView[]>();
        foreach (var scope in ApiScope.All) MapSwitch(scope, scope.Map(app, "/modules"));
    }

    static void MapSwitch(ApiScope scope, RouteGroupBuilder modules)
    {
        modules.WithTags(Tag);
        modules.MapGet("/", (HttpContext context, ModuleSwitches switches, IModuleCatalog catalog, ScopeNames names) =>
                ApiJson.Ok(catalog.Modules.Select(module => View(scope.PathOf(context), module.Id, switches, names)).ToArray()))
            .WithName($"List{scope.Name}Modules").WithSummary("Which modules are on here.").Produces<SwitchView[]>();
        scope.Guard(modules.MapPut("/{id}", (string id, HttpContext context, SwitchModule switches, IFormReader reader, CancellationToken stop) =>
                Put(scope, id, context, switches, reader, stop))
            .WithName($"Switch{scope.Name}ModuleOn").WithSummary("Switches a module on; the next request sees it.")
            .Accepts<SwitchBody>(isOptional: true, "application/json").Produces<SwitchView>());
        scope.Guard(modules.MapDelete("/{id}", (string id, HttpContext context, SwitchModule switches, CancellationToken stop) => Set(scope, id, new(false, null), context, switches, stop))
            .WithName($"Switch{scope.Name}ModuleOff").WithSummary("Switches a module off; its data stay.").Produces<SwitchView>());
    }

    static IResult List(IModuleCatalog catalog, HttpContext context) =>
        ApiJson.Ok(catalog.Modules.Select(module => ModuleView.Of(module, catalog.RemainsOf(module.Id), RequestLanguage.Of(context))).ToArray());

    static async Task<IResult> Put(ApiScope scope, string id, HttpContext context, SwitchModule switches, IFormReader reader, CancellationToken stop)
    {
        var isEmpty = context.Request.ContentLength is 0 || context.Request.ContentType is null;
        var body = isEmpty ? new SwitchBody() : (await reader.ReadBodyAsync<SwitchBody>(context)).Value;
        return await Set(scope, id, body, context, switches, stop);
    }

    static async Task<IResult> Set(ApiScope scope, string id, SwitchBody body, HttpContext context, SwitchModule switches, CancellationToken stop)
    {
        var path = scope.PathOf(context);
        if (body.LockError(path) is { } error) return Refusal.Invalid(error).In(context);
        var refusal = await switches.RunAsync(path, id, body.Enabled, body.Locked?.Contains(ModuleConfiguration.Switch), stop);
        var services = context.RequestServices;
        return refusal?.In(context)
            ?? ApiJson.Ok(View(path, id, services.GetRequiredService<ModuleSwitches>(), services.GetRequiredService<ScopeNames>()));
    }

    static SwitchView View(ScopePath path, string module, ModuleSwitches switches, ScopeNames names)
    {
        var said = switches.Switch(path, module);
        return new(module, switches.IsOn(path, module), said.Value, said.From is { } from ? names.Key(from) : "default", said.LockedBy is { } by ? names.Key(by) : null);
    }
}

/// <summary>How a module is switched; without a body it is switched on.</summary>
/// <param name="Enabled">On, off, or null to inherit.</param>
/// <param name="Locked"><c>["enabled"]</c> keeps narrower scopes from switching it, <c>[]</c> lets them; left out, that stays as it is.</param>
sealed record SwitchBody(bool? Enabled = true, IReadOnlyList<string>? Locked = null)
{
    public FieldError? LockError(ScopePath path)
    {
        if (Locked is null or []) return null;
        if (path.Own.Kind is ScopeKind.Village) return new("/locked", SettingMessages.NothingBelow);
        return Locked.All(name => name == ModuleConfiguration.Switch) ? null : new("/locked", SettingMessages.Unknown);
    }
}

/// <summary>Whether a module is on in a scope.</summary>
/// <param name="Module">The module's id.</param>
/// <param name="On">Whether it is on: switched on, and all that it requires too.</param>
/// <param name="Enabled">What the switch says.</param>
/// <param name="From">The scope that set the switch, or default.</param>
/// <param name="LockedBy">The scope that locks the switch, or null.</param>
sealed record SwitchView(string Module, bool On, bool Enabled, string From, string? LockedBy);

/// <summary>A module as the API tells it.</summary>
sealed record ModuleView(
    string Id, string Name, string Description, string Version, string State, string? Reason, IReadOnlyList<string> Requires, IReadOnlyList<string> Settings,
    IReadOnlyList<string> PersonalData, ModuleRemains Remains)
{
    public static ModuleView Of(ModuleInfo module, ModuleRemains remains, string language) => new(
        module.Id, module.Name.In(language), module.Description.In(language), module.Version, module.State, module.Reason, module.Requires,
        [.. module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings).Select(setting => setting.Name)],
        module.PersonalData,
        remains);
}
