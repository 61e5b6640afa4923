using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>The modules over all villages: where they are on, and whether the regency or a district requires, allows or withholds them.</summary>
static class RegencyModules
{
    public const string Path = "/kelola/modul";

    public static void MapRegencyModules(this IEndpointRouteBuilder console)
    {
        console.MapGet("/modul", List).RequirePermission(HostPermissions.RegencyModules);
        console.MapGet("/modul/{module}/aturan", Show).RequirePermission(HostPermissions.RegencyModules);
        console.MapPost("/modul/{module}/aturan", SetAsync).RequirePermission(HostPermissions.RegencyModules);
        console.MapRegencySettings();
    }

    static Page List(HttpContext context, IModuleCatalog catalog, ModuleSwitches switches, VillageRegistry villages)
    {
        var (open, language) = (villages.Villages.Open, RequestLanguage.Of(context));
        return Page.View("regency-modules", new
        {
            total = open.Length,
            modules = catalog.Modules.Select(module => new RegencyModule(
                module.Id, module.Name.In(language), module.Description.In(language), module.Version, module.State, open.Count(village => switches.IsOn(village, module.Id)),
                Policy.Of(switches, ScopePath.Regency, module.Id), module.SettingsTypes.Count > 0)).ToArray(),
            may_change = Rights.HoldsToChange(context, HostPermissions.RegencyModules),
        });
    }

    static Page Show(string module, string? kecamatan, HttpContext context, IModuleCatalog catalog, ModuleSwitches switches, VillageRegistry villages, ScopeNames names) =>
        catalog.Find(module) is { } info && ScopeOfPage.PathOf(kecamatan, villages) is { } path
            ? View(info, path, Form.Of(new ModulePolicy(Policy.Of(switches, path, module), kecamatan)), context, switches, villages, names)
            : Page.NotFound();

    static async Task<Page> SetAsync(
        string module, Form<ModulePolicy> form, HttpContext context, IModuleCatalog catalog, ModuleSwitches switches, SwitchModule change, VillageRegistry villages, ScopeNames names, CancellationToken stop)
    {
        if (!form.IsValid || catalog.Find(module) is not { } info || ScopeOfPage.PathOf(form.Value.District, villages) is not { } path) return Page.NotFound();
        var refusal = await change.RunAsync(path, module, Policy.Enabled(form.Value.Policy), form.Value.Policy is not PolicyKind.Allowed, stop);
        if (refusal is null) return Page.SeeOther($"{Path}/{module}/aturan{ScopeOfPage.Query(form.Value.District)}", message: "policy.saved");
        form.AddError("", refusal.Message.In(RequestLanguage.Of(context)));
        return View(info, path, form, context, switches, villages, names);
    }

    static Page View(ModuleInfo module, ScopePath path, Form form, HttpContext context, ModuleSwitches switches, VillageRegistry villages, ScopeNames names) => Page.View("regency-policy", new
    {
        id = module.Id,
        name = module.Name.In(RequestLanguage.Of(context)),
        where = names.Of(path.Own),
        district = path.Own.Kind is ScopeKind.District ? path.Own.DistrictCode : "",
        districts = ScopeOfPage.DistrictsOf(villages),
        locked_by = switches.Switch(path, module.Id).LockedAbove(path.Own) is { } locking ? names.Of(locking) : null,
        may_change = Rights.HoldsToChange(context, HostPermissions.RegencyModules),
    }, form);
}

/// <summary>Which rule holds, and where.</summary>
sealed record ModulePolicy([property: Display(Name = "policy")] PolicyKind Policy, string? District);

enum PolicyKind
{
    Allowed,
    Required,
    Withheld,
}

/// <summary>What a scope's switch and its lock mean in words.</summary>
static class Policy
{
    public static PolicyKind Of(ModuleSwitches switches, ScopePath path, string module)
    {
        var said = switches.Switch(path, module);
        if (said.LockedBy is null) return PolicyKind.Allowed;
        return said.Value ? PolicyKind.Required : PolicyKind.Withheld;
    }

    /// <summary>What the scope says of the switch; allowed leaves it to the villages.</summary>
    public static bool? Enabled(PolicyKind kind) => kind switch { PolicyKind.Required => true, PolicyKind.Withheld => false, _ => null };
}

/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Version">Its version.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="On">In how many villages it is on.</param>
/// <param name="Policy">The regency's rule.</param>
/// <param name="HasSettings">Whether it can be set up.</param>
sealed record RegencyModule(string Id, string Name, string Description, string Version, string State, int On, PolicyKind Policy, bool HasSettings);
