using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Pages;

/// <summary>The edited templates: kept in the installation's store, read from memory.</summary>
sealed class StoredOverrides(IDocumentStore store, TimeProvider clock) : ITemplateOverrides, IHostedService, IDisposable
{
    readonly DocumentSet documents = store.Register("templates", [
        new DocumentRegistration<TemplateOverride>(
            new DocumentMapping<TemplateOverride>().Unique(edited => edited.Scope, edited => edited.Owner, edited => edited.Name)),
        new DocumentRegistration<TemplateRevision>(new DocumentMapping<TemplateRevision>().Index(revision => revision.Template).Personal(revision => revision.By))]);

    const int KeptRevisions = 50;

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

    /// <param name="edited">The template as it is to be.</param>
    /// <param name="by">Who edited it.</param>
    /// <param name="seen">The version that it was made from, 0 for the original; null saves over whatever there is.</param>
    /// <param name="stop">Cancels the saving.</param>
    /// <returns>False where somebody was faster; nothing is saved then.</returns>
    public Task<bool> SaveAsync(TemplateOverride edited, string by, int? seen, CancellationToken stop) => ChangeAsync(edited, by, isOriginal: false, seen, (session, before) =>
        session.Store(before is null ? edited : before with { Text = edited.Text, BaseHash = edited.BaseHash }), stop);

    /// <inheritdoc cref="SaveAsync" />
    public Task<bool> RemoveAsync(TemplateOverride edited, string by, int? seen, CancellationToken stop) => ChangeAsync(edited, by, isOriginal: true, seen, (session, before) =>
    {
        if (before is not null) session.Delete(before);
    }, stop);

    /// <summary>What a template was, the latest first.</summary>
    public async Task<IReadOnlyList<TemplateRevision>> HistoryAsync(string scope, string owner, string name, CancellationToken stop)
    {
        var template = TemplateRevision.KeyOf(scope, owner, name);
        return await OpenSession().Query<TemplateRevision>().Where(revision => revision.Template == template).OrderByDescending(revision => revision.Number).ToListAsync(stop);
    }

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

    async Task<bool> ChangeAsync(TemplateOverride edited, string by, bool isOriginal, int? seen, Action<IDocumentSession, TemplateOverride?> change, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            var before = Get(edited.Scope, edited.Owner, edited.Name);
            if (seen is not null && seen != (before?.Version ?? 0)) return false;
            var session = OpenSession();
            change(session, before);
            await NoteAsync(session, edited, by, isOriginal, stop);
            await session.SaveChangesAsync(stop);
            await LoadAsync(CancellationToken.None);
            changed?.Invoke();
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The history keeps so many; the oldest go.</summary>
    async Task NoteAsync(IDocumentSession session, TemplateOverride edited, string by, bool isOriginal, CancellationToken stop)
    {
        var history = await HistoryAsync(edited.Scope, edited.Owner, edited.Name, stop);
        foreach (var old in history.Skip(KeptRevisions - 1)) session.Delete(old);
        session.Store(new TemplateRevision
        {
            Template = TemplateRevision.KeyOf(edited.Scope, edited.Owner, edited.Name),
            Number = history.Count == 0 ? 1 : history[0].Number + 1,
            Text = isOriginal ? "" : edited.Text,
            IsOriginal = isOriginal,
            By = by,
            At = clock.GetUtcNow(),
        });
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
