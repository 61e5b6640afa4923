using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Settings;

/// <summary>Which modules are on where. Asked on every request: takes no lock and allocates nothing.</summary>
sealed class ModuleSwitches(ModuleConfigurations configurations, IModuleCatalog catalog)
{
    const int DeepestRequirement = 16;

    public bool IsOn(Village village, string module) => IsOn(ScopePath.Of(village), module);

    public bool IsOn(VillageEntry village, string module) => IsOn(ScopePath.Of(village), module);

    /// <summary>A module is on where the scope, or what it inherits, says so, and all that it requires is on too.</summary>
    public bool IsOn(ScopePath path, string module, ModuleConfiguration? instead = null) => IsOn(path, module, instead, depth: 0);

    /// <summary>What the scope, or what it inherits, says of the switch, whatever the module requires.</summary>
    public Inherited<bool> Switch(ScopePath path, string module, ModuleConfiguration? instead = null)
    {
        var inherited = new Inherited<bool>(false);
        for (var level = 0; level < path.Count; level++)
        {
            var scope = path[level];
            if (Find(scope, module, instead) is { } configuration)
                inherited = inherited.Then(scope, configuration.Enabled is not null, configuration.Enabled ?? false, configuration.Locks(ModuleConfiguration.Switch));
        }

        return inherited;
    }

    bool IsOn(ScopePath path, string module, ModuleConfiguration? instead, int depth)
    {
        if (depth > DeepestRequirement || catalog.Find(module) is not { } info || !Switch(path, module, instead).Value) return false;
        for (var i = 0; i < info.Requires.Count; i++)
            if (!IsOn(path, info.Requires[i], instead, depth + 1)) return false;
        return true;
    }

    ModuleConfiguration? Find(Scope scope, string module, ModuleConfiguration? instead) =>
        instead is not null && instead.Module == module && instead.Scope == scope.ToString() ? instead : configurations.Find(scope, module);
}
