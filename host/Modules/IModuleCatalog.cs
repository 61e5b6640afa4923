namespace SmartKampung.Host.Modules;

/// <summary>The modules that were found in the plugin folders.</summary>
interface IModuleCatalog
{
    IReadOnlyList<ModuleInfo> Modules { get; }

    ModuleInfo? Find(string id);

    /// <summary>What of a module can't be contained or has not gone yet, as of now.</summary>
    ModuleRemains RemainsOf(string id);
}

/// <summary>What of a module stays in memory though nobody waits for it.</summary>
/// <param name="LostCalls">Calls that did not come back in their time, and threads lost at its start.</param>
/// <param name="EarlierVersions">Versions that were replaced since the host started.</param>
/// <param name="StillLoaded">How many of these are still in memory, about 1 MB each; the next restart clears them.</param>
sealed record ModuleRemains(int LostCalls, int EarlierVersions, int StillLoaded);

/// <summary>A module as administrators see it.</summary>
/// <param name="Id">The module's id, such as <c>news</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Version">Its version.</param>
/// <param name="State">Where it is in its life: found, resolved, loaded, composed, mapped, running, failed.</param>
/// <param name="Reason">Why it is not running, or null.</param>
/// <param name="Requires">The ids of the modules that it needs.</param>
/// <param name="SettingsTypes">The types that it registered with AddSettings.</param>
sealed record ModuleInfo(
    string Id,
    LocalText Name,
    LocalText Description,
    string Version,
    string State,
    string? Reason,
    IReadOnlyList<string> Requires,
    IReadOnlyList<Type> SettingsTypes)
{
    /// <summary>What it keeps of persons, as type and property.</summary>
    public IReadOnlyList<string> PersonalData { get; init; } = [];

    /// <summary>What it asks people's consent for.</summary>
    public IReadOnlyList<ConsentPurpose> Consents { get; init; } = [];

    /// <summary>The rights that it asks for.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];
}
