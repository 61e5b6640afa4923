using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles;

/// <summary>The modules as a village's console shows them.</summary>
sealed class ModuleCards(IModuleCatalog catalog, ModuleHost modules, ModuleSwitches switches, ScopeNames names, AssetLibrary assets, TextLibrary texts)
{
    public IReadOnlyList<ModuleCard> Of(HttpContext context) => [.. catalog.Modules.Select(module => CardOf(module, context))];

    public ModuleCard? Find(string id, HttpContext context) => catalog.Find(id) is { } module ? CardOf(module, context) : null;

    ModuleCard CardOf(ModuleInfo module, HttpContext context)
    {
        var (language, path) = (RequestLanguage.Of(context), ScopePath.Of(PresentVillage.Of(context)!));
        var said = switches.Switch(path, module.Id);
        var menu = modules.Find(module.Id)?.Registrations.Menu ?? [];
        return new ModuleCard(module.Id, module.Name.In(language), module.Description.In(language), IsRunning(module), switches.IsOn(path, module.Id), said.Value)
        {
            Version = module.Version,
            Reason = module.Reason,
            LockedBy = said.LockedAbove(path.Own) is { } locking ? names.Of(locking).In(language) : null,
            Picture = menu.FirstOrDefault(item => item.Picture is not null) is { } item ? assets.Address(module.Id, item.Picture!) : null,
            Menu = [.. menu.Select(item => texts.For(module.Id, context)[item.Text])],
            Places = modules.Find(module.Id)?.Manifest.Places ?? [],
            HasJobs = modules.Find(module.Id)?.Registrations.Jobs.Count > 0,
            HasSettings = module.SettingsTypes.Any(type => SettingsShape.Of(type).Settings.Count > 0),
            Needs = [.. module.Requires.Select(id => Need(id, path, language))],
            NeededBy = [.. catalog.Modules.Where(other => other.Requires.Contains(module.Id)).Select(other => Need(other.Id, path, language)).Where(other => other.IsOn)],
        };
    }

    RelatedModule Need(string id, ScopePath path, string language) => new(catalog.Find(id)?.Name.In(language) ?? id, switches.IsOn(path, id));

    static bool IsRunning(ModuleInfo module) => string.Equals(module.State, nameof(ModuleState.Running), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A module as its card shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it does.</param>
/// <param name="IsRunning">Whether the installation could start it.</param>
/// <param name="IsOn">Whether the village has it, with all that it needs.</param>
/// <param name="IsWanted">Whether it is switched on, whatever it needs.</param>
sealed record ModuleCard(string Id, string Name, string Description, bool IsRunning, bool IsOn, bool IsWanted)
{
    public string Version { get; init; } = "";

    /// <summary>Why it is not running, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Who keeps the village from switching it, or null.</summary>
    public string? LockedBy { get; init; }

    public string? Picture { get; init; }

    /// <summary>Its entries of the village's menu.</summary>
    public IReadOnlyList<string> Menu { get; init; } = [];

    /// <summary>The addresses that exist while it is on.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What it costs the village so far, where that was asked for.</summary>
    public ModuleCost? Cost { get; init; }

    public bool HasJobs { get; init; }

    public bool HasSettings { get; init; }

    public IReadOnlyList<RelatedModule> Needs { get; init; } = [];

    /// <summary>The modules that are on here and need this one.</summary>
    public IReadOnlyList<RelatedModule> NeededBy { get; init; } = [];
}

sealed record RelatedModule(string Name, bool IsOn);
