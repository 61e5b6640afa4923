using BitFaster.Caching.Lru;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Settings;

/// <summary>Gives modules their settings with the values that hold in a village.</summary>
sealed class SettingsReader(ModuleConfigurations configurations, SettingSecrets secrets)
{
    const int Capacity = 4096;

    readonly ConcurrentLru<(Guid Village, Type Type), Cached> cache = new(Capacity);

    /// <summary>The village's settings object; the same one until something changes.</summary>
    public object Get(string module, Type type, Village village) => Get(module, type, village.Id, ScopePath.Of(village));

    /// <inheritdoc cref="Get(string, Type, Village)" />
    public object Get(string module, Type type, VillageEntry village) => Get(module, type, village.Id, ScopePath.Of(village));

    /// <summary>The regency's settings object, for the portal.</summary>
    public object GetForPortal(string module, Type type) => Get(module, type, Guid.Empty, ScopePath.Regency);

    /// <summary>The value of one setting with where it comes from, as JSON.</summary>
    public Inherited<string> Find(ScopePath path, string module, Setting setting)
    {
        var inherited = new Inherited<string>(setting.Default);
        for (var level = 0; level < path.Count; level++)
        {
            if (configurations.Find(path[level], module) is not { } configuration) continue;
            var isSet = configuration.Values.TryGetValue(setting.Name, out var json) && setting.TryRead(json, out _);
            inherited = inherited.Then(path[level], isSet, json is null ? "" : secrets.Reveal(setting, json), configuration.Locks(setting.Name));
        }

        return inherited;
    }

    object Get(string module, Type type, Guid village, ScopePath path)
    {
        var generation = configurations.Generation;
        if (cache.TryGet((village, type), out var cached) && cached.Generation == generation) return cached.Settings;
        var settings = SettingsShape.Of(type).Make(setting => Find(path, module, setting) is { From: not null } found ? found.Value : null);
        cache.AddOrUpdate((village, type), new(generation, settings));
        return settings;
    }

    sealed record Cached(int Generation, object Settings);
}
