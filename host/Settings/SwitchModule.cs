using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Settings;

/// <summary>Switches a module on or off in a scope, or lets the scope inherit again; seen by the next request.</summary>
sealed class SwitchModule(
    ModuleConfigurations configurations, ModuleSwitches switches, IModuleCatalog catalog, VillageRegistry villages, ScopeNames names)
{
    /// <param name="path">The scope.</param>
    /// <param name="module">The module's id.</param>
    /// <param name="enabled">On, off, or null to inherit.</param>
    /// <param name="locked">Whether narrower scopes are kept from switching it; null leaves that as it is.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task<Refusal?> RunAsync(ScopePath path, string module, bool? enabled, bool? locked = null, CancellationToken stop = default)
    {
        if (catalog.Find(module) is not { } info) return Refusal.NotFound;
        return await configurations.ChangeAsync(path.Own, module, present => Decide(path, info, With(present, enabled, locked)), stop);
    }

    static ModuleConfiguration With(ModuleConfiguration present, bool? enabled, bool? locked)
    {
        var locks = present.Locked.Where(name => name != ModuleConfiguration.Switch || locked is null).ToList();
        if (locked is true) locks.Add(ModuleConfiguration.Switch);
        return present with { Enabled = enabled, Locked = locks };
    }

    /// <summary>What the scope's switch says, whatever the module requires.</summary>
    public bool IsSwitched(ScopePath path, string module) => switches.Switch(path, module).Value;

    /// <summary>Whether the scope can say so of the module: nobody above locks it, what it requires is on, and nothing that needs it goes off.</summary>
    public Change Decide(ScopePath path, ModuleInfo info, ModuleConfiguration next)
    {
        if (switches.Switch(path, info.Id).LockedAbove(path.Own) is { } locking) return names.Locked(locking);
        if (switches.Switch(path, info.Id, next).Value)
            return Missing(path, info) is { Length: > 0 } missing ? Requires(info, missing) : next;
        return Dependents(path, info, next) is { Length: > 0 } dependents ? IsRequired(info, dependents) : next;
    }

    string[] Missing(ScopePath path, ModuleInfo info) => [.. info.Requires.Where(required => !switches.IsOn(path, required))];

    /// <summary>The modules that would go off with this one, here or in a narrower scope that switched them on by itself.</summary>
    string[] Dependents(ScopePath path, ModuleInfo info, ModuleConfiguration next) =>
    [
        .. catalog.Modules
            .Where(module => module.Id != info.Id)
            .Where(module => Below(path, module.Id).Prepend(path).Any(place => switches.IsOn(place, module.Id) && !switches.IsOn(place, module.Id, next)))
            .Select(module => module.Id),
    ];

    IEnumerable<ScopePath> Below(ScopePath path, string module) => path.Own.Kind is ScopeKind.Village ? [] :
        from said in configurations.Of(module)
        where said.Configuration.Enabled is true
        let place = PathOf(said.Scope)
        where place is { } found && found.Count > path.Count && found[path.Count - 1] == path.Own
        select place.Value;

    ScopePath? PathOf(Scope scope) => scope.Kind switch
    {
        ScopeKind.District => ScopePath.OfDistrict(scope.DistrictCode),
        ScopeKind.Village => villages.Find(scope.VillageId) is { } village ? ScopePath.Of(village) : null,
        _ => ScopePath.Regency,
    };

    Refusal Requires(ModuleInfo info, string[] missing) => Refusal.Conflict(new(
        $"{info.Name.Indonesian} memerlukan {Names(missing, "id")}: aktifkan dulu.",
        $"{info.Name.In("en")} needs {Names(missing, "en")}: switch that on first.")) with
    {
        Details = new Dictionary<string, object?> { ["requires"] = missing },
    };

    Refusal IsRequired(ModuleInfo info, string[] dependents) => Refusal.Conflict(new(
        $"{info.Name.Indonesian} diperlukan oleh {Names(dependents, "id")}: matikan itu dulu.",
        $"{info.Name.In("en")} is needed by {Names(dependents, "en")}: switch that off first.")) with
    {
        Details = new Dictionary<string, object?> { ["requiredBy"] = dependents },
    };

    string Names(string[] modules, string language) => string.Join(", ", modules.Select(module => catalog.Find(module)?.Name.In(language) ?? module));
}
