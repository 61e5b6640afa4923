using BitFaster.Caching.Lru;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>
/// The accounts that were seen lately with their roles and devices, so that a request asks no database who it is from.
/// A saved change of any of these is seen by the next request.
/// </summary>
sealed class PresentAccounts
{
    const int Capacity = 4096;

    readonly ConcurrentLru<Guid, PresentAccount> cache = new(Capacity);
    readonly AccountDocuments documents;
    long changes;

    public PresentAccounts(AccountDocuments documents, IDocumentStore store)
    {
        this.documents = documents;
        store.OnCommitted(Follow);
    }

    public async ValueTask<PresentAccount?> FindAsync(Guid id, CancellationToken stop)
    {
        if (cache.TryGet(id, out var present)) return present;
        var before = Volatile.Read(ref changes);
        var session = documents.OpenSession();
        if (await session.LoadAsync<Account>(id, stop) is not { } account) return null;
        var loaded = new PresentAccount(
            account,
            await session.Query<RoleAssignment>().Where(role => role.AccountId == id).ToListAsync(stop),
            await session.Query<Device>().Where(device => device.AccountId == id).ToListAsync(stop));
        // What changed while this was read may not be in it.
        if (Volatile.Read(ref changes) == before) cache.AddOrUpdate(id, loaded);
        if (Volatile.Read(ref changes) != before) cache.TryRemove(id);
        return loaded;
    }

    void Follow(Commit commit)
    {
        if (commit.Owner != AccountDocuments.Owner) return;
        Interlocked.Increment(ref changes);
        foreach (var change in commit.Changes)
            if (AccountOf(change.Document) is { } account) cache.TryRemove(account);
    }

    static Guid? AccountOf(Document document) => document switch
    {
        Account account => account.Id,
        RoleAssignment role => role.AccountId,
        Device device => device.AccountId,
        _ => null,
    };
}

/// <summary>An account with all that a request needs to know of it.</summary>
sealed record PresentAccount(Account Account, IReadOnlyList<RoleAssignment> Roles, IReadOnlyList<Device> Devices)
{
    /// <summary>The roles that are not over.</summary>
    public IReadOnlyList<RoleAssignment> RolesAt(DateTimeOffset now) => Roles.All(role => role.EndsAt is null) ? Roles : [.. Roles.Where(role => role.HoldsAt(now))];
}
