namespace SmartKampung.Host.Modules;

/// <summary>The modules as the rest of the host and its API see them.</summary>
sealed class ModuleCatalog(ModuleHost modules) : IModuleCatalog
{
    public IReadOnlyList<ModuleInfo> Modules => [.. modules.Modules.Select(Describe)];

    public ModuleInfo? Find(string id) => modules.Modules.FirstOrDefault(module => module.Id == id) is { } module ? Describe(module) : null;

    static ModuleInfo Describe(Module module) => new(
        module.Id,
        new LocalText(module.Manifest?.Name.Id ?? module.Id, module.Manifest?.Name.En ?? ""),
        new LocalText(module.Manifest?.Description.Id ?? "", module.Manifest?.Description.En ?? ""),
        module.Manifest?.Version ?? "",
        module.State.ToString(),
        module.Reason,
        [.. module.Manifest?.Requires.Keys ?? Enumerable.Empty<string>()],
        [.. module.Capsule?.Registrations.Settings.Select(settings => settings.Type) ?? []]);
}
