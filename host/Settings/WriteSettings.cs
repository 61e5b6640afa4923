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

    public async Task<Refusal?> RunAsync(ScopePath path, string module, JsonElement body, CancellationToken stop = default)
    {
        if (catalog.Find(module) is not { } info) return Refusal.NotFound;
        if (body.ValueKind is not JsonValueKind.Object) return Refusal.Invalid(new FieldError("", SettingMessages.NotAnObject));
        var check = new SettingsCheck([.. info.SettingsTypes.Select(SettingsShape.Of)]);
        foreach (var member in body.EnumerateObject()) Read(check, path, member);
        check.CheckTogether(setting => reader.Find(path, module, setting).Value);
        if (check.Errors.Count > 0) return Refusal.Invalid(check.Errors);
        return await configurations.ChangeAsync(path.Own, module, present => Decide(path, check, present), stop);
    }

    static void Read(SettingsCheck check, ScopePath path, JsonProperty member)
    {
        if (member.Name == Locked) check.ReadLocks(member.Value, canLock: path.Own.Kind is not ScopeKind.Village);
        else check.ReadValue(member);
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
        return refusal with { Errors = [new(FieldError.PointerTo(setting.Name), refusal.Message)] };
    }
}
