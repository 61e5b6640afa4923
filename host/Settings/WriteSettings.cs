using System.Text.Json;
using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Settings;

/// <summary>
/// Replaces what a scope sets of a module's settings: names that are left out, or null, are inherited again.
/// The member <c>locked</c> names the settings that narrower scopes can't set; left out, locks stay as they are.
/// </summary>
sealed class WriteSettings(
    ModuleConfigurations configurations, SettingsReader reader, SettingSecrets secrets, IModuleCatalog catalog, ScopeNames names, IHtmlSanitizer sanitizer)
{
    const string Locked = "locked";

    static readonly Refusal Stale = Refusal.Conflict(new(
        "Orang lain lebih dahulu menyimpan. Nilai yang sekarang berlaku tertulis di tiap isian; periksa, lalu simpan lagi.",
        "Someone else saved first. Each field tells the value that holds now; look, and save again."));

    public Task<Refusal?> RunAsync(ScopePath path, string module, IReadOnlyDictionary<string, JsonElement> body, CancellationToken stop = default) =>
        RunAsync(path, module, body, version: null, stop);

    /// <summary>Saves only where what the scope says of the module is still of the version that was seen.</summary>
    public async Task<Refusal?> RunAsync(ScopePath path, string module, IReadOnlyDictionary<string, JsonElement> body, long? version, CancellationToken stop = default)
    {
        if (catalog.FindSettings(module) is not { } info) return Refusal.NotFound;
        var check = Read(path, info, body);
        if (check.Errors.Count > 0) return Refusal.Invalid(check.Errors);
        return await configurations.ChangeAsync(path.Own, module, present => version is null || version == present.Version ? Decide(path, check, present) : Stale, stop);
    }

    /// <summary>Tells what is wrong, and saves nothing.</summary>
    public Refusal? Check(ScopePath path, string module, IReadOnlyDictionary<string, JsonElement> body)
    {
        if (catalog.FindSettings(module) is not { } info) return Refusal.NotFound;
        var check = Read(path, info, body);
        return check.Errors.Count > 0 ? Refusal.Invalid(check.Errors) : null;
    }

    SettingsCheck Read(ScopePath path, ModuleInfo module, IReadOnlyDictionary<string, JsonElement> body)
    {
        var check = new SettingsCheck([.. module.SettingsTypes.Select(SettingsShape.Of)], sanitizer);
        foreach (var (name, value) in body) Read(check, path, name, Sent(path, module, name, value));
        check.CheckTogether(setting => reader.Find(path, module.Id, setting).Value);
        return check;
    }

    /// <summary>What was sent; the mask of a secret stands for the secret.</summary>
    JsonElement Sent(ScopePath path, ModuleInfo module, string name, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String || configurations.Find(path.Own, module.Id)?.Values.GetValueOrDefault(name) is not { } kept) return value;
        var secret = module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings).FirstOrDefault(setting => setting.Name == name && setting.IsSecret);
        return secret is not null && SettingSecrets.IsKept(value.GetRawText(), kept) ? JsonElement.Parse(secrets.Reveal(secret, kept)) : value;
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
            Values = check.Touched.ToDictionary(setting => setting.Name, setting => secrets.Protect(setting, check.Values[setting.Name])),
            Locked = check.Locks is null ? present.Locked : [.. present.Locked.Where(name => name == ModuleConfiguration.Switch), .. check.Locks],
        };
    }

    Refusal Refuse(Scope locking, Setting setting)
    {
        var refusal = names.Locked(locking);
        return refusal with { Errors = [new(JsonPointer.To(setting.Name), refusal.Message)] };
    }
}
