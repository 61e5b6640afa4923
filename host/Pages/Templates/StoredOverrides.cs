using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Pages;

/// <summary>The edited templates: kept in the installation's store, read from memory.</summary>
sealed class StoredOverrides(IDocumentStore store) : ITemplateOverrides, IHostedService, IDisposable
{
    readonly DocumentSet documents = store.Register("templates", [
        new DocumentRegistration<TemplateOverride>(
            new DocumentMapping<TemplateOverride>().Unique(edited => edited.Scope, edited => edited.Owner, edited => edited.Name))]);

    readonly SemaphoreSlim writing = new(1);
    FrozenDictionary<(string Scope, string Owner, string Name), TemplateOverride> known =
        FrozenDictionary<(string, string, string), TemplateOverride>.Empty;

    Action? changed;

    public static string HashOf(string? text) => text is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string? Find(Village? village, string owner, string name)
    {
        if (known.Count == 0) return null;
        var found = village is null ? null : Get(TemplateScope.Of(village), owner, name) ?? Get("district:" + village.District.Code, owner, name);
        return (found ?? Get(TemplateScope.Regency, owner, name))?.Text;
    }

    public TemplateOverride? Get(string scope, string owner, string name) => known.GetValueOrDefault((scope, owner, name));

    /// <summary>Reads all edited templates before the host listens.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SaveAsync(TemplateOverride edited, CancellationToken stop) => ChangeAsync(edited.Scope, edited.Owner, edited.Name, (session, before) =>
        session.Store(before is null ? edited : before with { Text = edited.Text, BaseHash = edited.BaseHash }), stop);

    public Task RemoveAsync(TemplateOverride edited, CancellationToken stop) => ChangeAsync(edited.Scope, edited.Owner, edited.Name, (session, before) =>
    {
        if (before is not null) session.Delete(before);
    }, stop);

    /// <summary>A session of these documents inside a unit of work of the installation; <see cref="ReloadAsync"/> follows.</summary>
    public IDocumentSession Join(IDocumentSession unit) => store.Join(unit, documents);

    /// <summary>Takes in what was saved in another unit of work.</summary>
    public async Task ReloadAsync(CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            await LoadAsync(stop);
            changed?.Invoke();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Calls the listener after an edited template was saved or given back, once pages are made with it.</summary>
    public void OnChanged(Action listener) => changed += listener;

    public void Dispose() => writing.Dispose();

    async Task ChangeAsync(string scope, string owner, string name, Action<IDocumentSession, TemplateOverride?> change, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            var session = OpenSession();
            change(session, Get(scope, owner, name));
            await session.SaveChangesAsync(stop);
            await LoadAsync(CancellationToken.None);
            changed?.Invoke();
        }
        finally
        {
            writing.Release();
        }
    }

    async Task LoadAsync(CancellationToken stop)
    {
        var stored = await OpenSession().Query<TemplateOverride>().ToListAsync(stop);
        known = stored.ToFrozenDictionary(edited => (edited.Scope, edited.Owner, edited.Name), Reused);
    }

    /// <summary>What did not change stays the same object, so that it need not be compiled again.</summary>
    TemplateOverride Reused(TemplateOverride stored) =>
        Get(stored.Scope, stored.Owner, stored.Name) is { } before && before.Version == stored.Version ? before : stored;

    IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);
}
