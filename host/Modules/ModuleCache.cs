using System.Collections.Concurrent;
using BitFaster.Caching.Lru;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>What modules keep in memory, until something that it may depend on changes.</summary>
sealed class ModuleCaches
{
    const int Capacity = 4096;

    readonly ConcurrentLru<(Guid Village, string Module, string Key), Made> kept = new(Capacity);
    readonly ConcurrentDictionary<(Guid Village, string Module), int> commits = new();
    readonly ModuleConfigurations configurations;

    public ModuleCaches(IDocumentStore store, ModuleConfigurations configurations)
    {
        this.configurations = configurations;
        store.OnCommitted(commit => commits.AddOrUpdate((commit.Partition.Id, commit.Owner), 1, (_, count) => count + 1));
    }

    /// <param name="village">The village.</param>
    /// <param name="module">The module.</param>
    /// <param name="territories">The parts of the village that the present user is limited to: what is made of these is shown to nobody else, and nothing else to them.</param>
    public ICache For(Village village, string module, IReadOnlyList<Territory>? territories) =>
        new ModuleCache(this, village, module, territories is null ? "" : $"{string.Join(' ', territories)} ");

    /// <summary>Drops what a module keeps, whose types go with it.</summary>
    public void Forget(string module)
    {
        foreach (var key in kept.Keys.Where(key => key.Module == module)) kept.TryRemove(key);
    }

    /// <summary>What was made for another version of the village, its documents or its settings is made again.</summary>
    Made GetOrAdd(Village village, string module, string key, Func<Task<object>> make)
    {
        var basis = new Basis(village, commits.GetValueOrDefault((village.Id, module)), configurations.Generation);
        var name = (village.Id, module, key);
        if (kept.TryGet(name, out var present) && present.Basis == basis && !present.HasFailed) return present;
        var made = new Made(basis, new(make));
        kept.AddOrUpdate(name, made);
        return made;
    }

    sealed class ModuleCache(ModuleCaches caches, Village village, string module, string within) : ICache
    {
        public async Task<T> GetOrAddAsync<T>(string key, Func<Task<T>> make, CancellationToken stop = default) where T : class =>
            (T)await caches.GetOrAdd(village, module, within + key, async () => await make()).Value.WaitAsync(stop);
    }

    readonly record struct Basis(Village Village, int Commits, int Configuration)
    {
        public bool Equals(Basis other) => ReferenceEquals(Village, other.Village) && Commits == other.Commits && Configuration == other.Configuration;

        public override int GetHashCode() => HashCode.Combine(Commits, Configuration);
    }

    sealed class Made(Basis basis, Lazy<Task<object>> value)
    {
        public Basis Basis => basis;

        public Task<object> Value => value.Value;

        public bool HasFailed => value.IsValueCreated && (value.Value.IsFaulted || value.Value.IsCanceled);
    }
}
