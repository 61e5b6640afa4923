namespace SmartKampung.Host.Modules;

/// <summary>The modules as the rest of the host and its API see them; asked on every request, so described once.</summary>
sealed class ModuleCatalog(Retirement retirement, ModuleMetrics metrics) : IModuleCatalog
{
    volatile Dictionary<string, ModuleInfo> byId = [];

    public IReadOnlyList<ModuleInfo> Modules { get; private set; } = [];

    public ModuleInfo? Find(string id) => byId.GetValueOrDefault(id);

    public ModuleRemains RemainsOf(string id)
    {
        var (disposed, stillLoaded) = retirement.EarlierOf(id);
        return new(metrics.LostIn(id), disposed, stillLoaded);
    }

    public void Publish(IEnumerable<Module> modules)
    {
        Modules = [.. modules.Select(Describe)];
        byId = Modules.DistinctBy(module => module.Id).ToDictionary(module => module.Id);
    }

    static ModuleInfo Describe(Module module) => new(
        module.Id,
        new LocalText(module.Manifest?.Name.Id ?? module.Id, module.Manifest?.Name.En ?? ""),
        new LocalText(module.Manifest?.Description.Id ?? "", module.Manifest?.Description.En ?? ""),
        module.Manifest?.Version ?? "",
        module.State.ToString().ToLowerInvariant(),
        module.Reason,
        [.. module.Manifest?.Requires.Keys ?? Enumerable.Empty<string>()],
        [.. module.Capsule?.Registrations.Settings.Select(settings => settings.Type) ?? []])
    {
        Permissions = module.Capsule?.Registrations.Permissions ?? [],
        Consents = module.Capsule?.Registrations.Consents ?? [],
        PersonalData = [.. module.Capsule?.Documents.Types.SelectMany(type => type.PersonalData.Select(path => $"{type.Name}.{path}")) ?? []],
    };
}
