using NuGet.Versioning;

namespace SmartKampung.Host.Modules;

/// <summary>Decides from the manifests alone which modules can be loaded, and in which order.</summary>
static class ModuleResolver
{
    static readonly NuGetVersion HostSdk = new(typeof(IModule).Assembly.GetName().Version!.ToString(3));

    /// <summary>Fails the modules that can't be loaded and returns the others, each after what it requires.</summary>
    public static IReadOnlyList<Module> Resolve(IReadOnlyList<Module> found)
    {
        foreach (var module in found) Try(module, () => module.Describe(ModuleManifest.Read(module.Folder)));
        FailTwins(found);
        foreach (var module in Usable(found)) Try(module, () => CheckSdk(module));
        FailSharedPlaces(found);
        return Order(found);
    }

    static IEnumerable<Module> Usable(IEnumerable<Module> modules) => modules.Where(module => module.State != ModuleState.Failed);

    static void FailTwins(IReadOnlyList<Module> found)
    {
        foreach (var twins in Usable(found).GroupBy(module => module.Id).Where(group => group.Count() > 1).ToList())
            foreach (var twin in twins)
                twin.Fail($"Several folders hold a module '{twins.Key}': {string.Join(", ", twins.Select(other => Path.GetFileName(other.Folder)))}.");
    }

    static void CheckSdk(Module module)
    {
        if (!VersionRange.Parse(module.Manifest!.Sdk).Satisfies(HostSdk))
            throw new ModuleException($"It needs SDK {module.Manifest.Sdk}; this host has {HostSdk}.");
        if (File.Exists(Path.Combine(module.Folder, "SmartKampung.Sdk.dll")))
            throw new ModuleException("It ships SmartKampung.Sdk.dll, which the host provides.");
    }

    static void FailSharedPlaces(IReadOnlyList<Module> found)
    {
        var places = Usable(found).SelectMany(module => module.Manifest!.Places.Select(place => (place, module))).ToLookup(pair => pair.place, pair => pair.module);
        foreach (var module in Usable(found).ToList())
            Try(module, () => CheckPlaces(module, places));
    }

    static void CheckPlaces(Module module, ILookup<string, Module> places)
    {
        foreach (var place in module.Manifest!.Places)
        {
            if (HostPlaces.Contains(place)) throw new ModuleException($"The place {place} belongs to the host.");
            if (places[place].FirstOrDefault(other => other != module) is { } other) throw new ModuleException($"The place {place} is also claimed by '{other.Id}'.");
        }
    }

    static List<Module> Order(IReadOnlyList<Module> found)
    {
        var order = new List<Module>();
        var visiting = new HashSet<Module>();
        foreach (var module in Usable(found).ToList()) Try(module, () => Visit(module, found, visiting, order));
        return order;
    }

    static void Visit(Module module, IReadOnlyList<Module> found, HashSet<Module> visiting, List<Module> order)
    {
        if (module.State == ModuleState.Resolved) return;
        if (!visiting.Add(module)) throw new ModuleException("It requires itself through the modules that it requires.");
        foreach (var (id, range) in module.Manifest!.Requires)
        {
            var required = Usable(found).FirstOrDefault(other => other.Id == id) ?? throw new ModuleException($"It requires '{id}', which is not there.");
            if (!VersionRange.Parse(range).Satisfies(NuGetVersion.Parse(required.Manifest!.Version)))
                throw new ModuleException($"It requires '{id}' {range}; version {required.Manifest.Version} is there.");
            Visit(required, found, visiting, order);
        }

        visiting.Remove(module);
        module.Resolve();
        order.Add(module);
    }

    static void Try(Module module, Action step)
    {
        try
        {
            step();
        }
        catch (ModuleException refusal)
        {
            module.Fail(refusal.Message);
        }
    }
}
