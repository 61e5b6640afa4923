using System.Text.Json;
using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Settings;

/// <summary>
/// Replaces what a scope sets of a module's settings: names that are left out, or null, are inherited again.
/// The member <c>locked</c> names the settings that narrower scopes can't set; left out, locks stay as they are.
/// </summary>
sealed class WriteSettings(ModuleConfigurations configurations, SettingsReader reader, IModuleCatalog catalog, ScopeNames names)
{
    const string Locked = "locked";

    public async Task<Refusal?> RunAsync(ScopePath path, string module, IReadOnlyDictionary<string, JsonElement> body, CancellationToken stop = default)
    {
        if (catalog.Find(module) is not { } info) return Refusal.NotFound;
        var check = new SettingsCheck([.. info.SettingsTypes.Select(SettingsShape.Of)]);
        foreach (var (name, value) in body) Read(check, path, name, value);
        check.CheckTogether(setting => reader.Find(path, module, setting).Value);
        if (check.Errors.Count > 0) return Refusal.Invalid(check.Errors);
        return await configurations.ChangeAsync(path.Own, module, present => Decide(path, check, present), stop);
    }

    static void Read(SettingsCheck check, ScopePath path, string name, JsonElement value)
    {
        if (name == Locked) check.ReadLocks(value, canLock: path.Own.Kind is not ScopeKind.Village);
        else check.ReadValue(name, value);
    }

    Change Decide(ScopePath path, SettingsCheck check, ModuleConfiguration present)
    {
        foreach (var setting in check.Touched)
            if (reader.Find(path, present.Module, setting).LockedAbove(path.Own) is { } locking) return Refuse(locking, setting);
        return present with
        {
            Values = check.Values,
            Locked = check.Locks is null ? present.Locked : [.. present.Locked.Where(name => name == ModuleConfiguration.Switch), .. check.Locks],
        };
    }

    Refusal Refuse(Scope locking, Setting setting)
    {
        var refusal = names.Locked(locking);
        return refusal with { Errors = [new(JsonPointer.To(setting.Name), refusal.Message)] };
    }
}
