using System.Collections.Concurrent;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Settings;

/// <summary>What the scopes say of the modules: kept in the store, read from memory without a lock.</summary>
sealed class ModuleConfigurations(IDocumentStore store, Outbox outbox) : IDisposable
{
    readonly DocumentSet documents = store.Register("host", [Registration]);
    readonly ConcurrentDictionary<(Scope Scope, string Module), ModuleConfiguration> configurations = new();
    readonly SemaphoreSlim writing = new(1);
    Action<Scope, string>? changed;
    int generation;

    public static DocumentRegistration Registration { get; } = new DocumentRegistration<ModuleConfiguration>(
        new DocumentMapping<ModuleConfiguration>().Unique(configuration => configuration.Scope, configuration => configuration.Module));

    /// <summary>Grows with every change; what was computed under an older one is stale.</summary>
    public int Generation => Volatile.Read(ref generation);

    public ModuleConfiguration? Find(Scope scope, string module) => configurations.GetValueOrDefault((scope, module));

    /// <summary>The scopes that say something of a module.</summary>
    public IEnumerable<(Scope Scope, ModuleConfiguration Configuration)> Of(string module) =>
        configurations.Where(pair => pair.Key.Module == module).Select(pair => (pair.Key.Scope, pair.Value));

    /// <summary>What a village's own scope says of the modules, as it would stand for another village; not saved.</summary>
    public IEnumerable<ModuleConfiguration> CopyFor(Guid village, Guid other) =>
        from pair in configurations
        where pair.Key.Scope == Scope.Village(village)
        select pair.Value with { Id = Guid.CreateVersion7(), Version = 0, Scope = Scope.Village(other).ToString() };

    /// <summary>Takes in what was saved in another unit of work than <see cref="ChangeAsync" />'s.</summary>
    public void Add(IEnumerable<ModuleConfiguration> saved)
    {
        foreach (var configuration in saved) Keep(configuration with { Version = configuration.Version + 1 });
    }

    /// <summary>Takes in all that a scope says now, after it was saved in another unit of work.</summary>
    public async Task ReloadAsync(Scope scope, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            var (name, before) = (scope.ToString(), configurations.Keys.Where(key => key.Scope == scope).ToList());
            var present = await OpenSession().Query<ModuleConfiguration>().Where(configuration => configuration.Scope == name).ToListAsync(stop);
            foreach (var configuration in present) Keep(configuration);
            foreach (var gone in before.Where(key => present.All(configuration => configuration.Module != key.Module))) Drop(gone);
            foreach (var module in before.Select(key => key.Module).Union(present.Select(configuration => configuration.Module))) changed?.Invoke(scope, module);
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task LoadAsync(CancellationToken stop = default)
    {
        foreach (var configuration in await OpenSession().Query<ModuleConfiguration>().ToListAsync(stop)) Keep(configuration);
    }

    /// <summary>Changes what a scope says of a module. Changes come one after the other, so that what was checked still holds when it is saved.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="module">The module's id.</param>
    /// <param name="change">Gets the present configuration and returns the new one, or a refusal.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task<Refusal?> ChangeAsync(
        Scope scope, string module, Func<ModuleConfiguration, Change> change, CancellationToken stop = default)
    {
        await writing.WaitAsync(stop);
        try
        {
            var present = Present(scope, module);
            var outcome = change(present);
            if (outcome.Configuration is { } configuration) await SaveAsync(present, configuration, stop);
            return outcome.Refusal;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>What a scope says of a module, or would begin with.</summary>
    public ModuleConfiguration Present(Scope scope, string module) => Find(scope, module) ?? new ModuleConfiguration { Scope = scope.ToString(), Module = module };

    /// <summary>Changes what many scopes say, in one commit with whatever else the unit of work holds.</summary>
    /// <param name="unit">A unit of work of the installation.</param>
    /// <param name="change">Gets what is there, may add to the unit, and returns the configurations to save.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task ChangeManyAsync(IDocumentSession unit, Func<Func<Scope, string, ModuleConfiguration>, IReadOnlyList<ModuleConfiguration>> change, CancellationToken stop = default)
    {
        await writing.WaitAsync(stop);
        try
        {
            var wanted = change(Present);
            var session = store.Join(unit, documents);
            foreach (var configuration in wanted) session.Store(configuration);
            await outbox.SaveAsync(Partition.Installation, unit, [.. wanted.Select(configuration => new PortalIsBehind(configuration.Scope, configuration.Module).AsEvent())], stop);
            foreach (var configuration in wanted) Keep(configuration with { Version = configuration.Version + 1 });
            foreach (var configuration in wanted) changed?.Invoke(Scope.Parse(configuration.Scope), configuration.Module);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Calls the listener after a scope has said something new of a module.</summary>
    public void OnChanged(Action<Scope, string> listener) => changed += listener;

    public void Dispose() => writing.Dispose();

    /// <summary>Ends once what is saved now can be seen in memory too.</summary>
    public async Task SettledAsync(CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        writing.Release();
    }

    async Task SaveAsync(ModuleConfiguration present, ModuleConfiguration configuration, CancellationToken stop)
    {
        var session = OpenSession();
        session.Store(configuration);
        OutgoingEvent[] events = present.Enabled == configuration.Enabled ? [] : [new PortalIsBehind(configuration.Scope, configuration.Module).AsEvent()];
        await outbox.SaveAsync(Partition.Installation, session, events, stop);
        Keep(configuration with { Version = configuration.Version + 1 });
        changed?.Invoke(Scope.Parse(configuration.Scope), configuration.Module);
    }

    void Keep(ModuleConfiguration configuration)
    {
        configurations[(Scope.Parse(configuration.Scope), configuration.Module)] = configuration;
        Interlocked.Increment(ref generation);
    }

    void Drop((Scope Scope, string Module) gone)
    {
        configurations.TryRemove(gone, out _);
        Interlocked.Increment(ref generation);
    }

    IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);
}

/// <summary>A new configuration, or why there is none.</summary>
readonly record struct Change(ModuleConfiguration? Configuration, Refusal? Refusal)
{
    public static implicit operator Change(ModuleConfiguration configuration) => new(configuration, null);

    public static implicit operator Change(Refusal refusal) => new(null, refusal);
}
