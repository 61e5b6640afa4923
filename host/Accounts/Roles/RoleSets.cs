using System.Collections.Concurrent;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>What the roles may do where: as modules and host say at first, and as scopes have changed it since. Read from memory without a lock.</summary>
sealed class RoleSets : IHostedService
{
    readonly ConcurrentDictionary<(Scope Scope, string Role), RoleSet> sets = new();
    readonly AccountDocuments documents;

    public RoleSets(AccountDocuments documents, IDocumentStore store)
    {
        this.documents = documents;
        store.OnCommitted(Follow);
    }

    /// <summary>Roles that always have what they have: whoever could take rights from them could shut everyone out.</summary>
    public static bool IsFixed(string role) => role is Roles.Administrator or Roles.RegencyAdministrator or Roles.Auditor or RoleNames.Support;

    /// <summary>Whether a role has a permission in a village; without a village, in the regency.</summary>
    public bool Has(Village? village, string role, Permission permission) => Has(ScopesOf(village), role, permission);

    /// <summary>Whether the role would have it if the village had changed nothing.</summary>
    public bool HasBeyond(Village village, string role, Permission permission) => Has(ScopesOf(village).Skip(1), role, permission);

    public RoleSet? Find(Scope scope, string role) => sets.GetValueOrDefault((scope, role));

    /// <summary>The roles of the village's own, by name.</summary>
    public IReadOnlyList<RoleSet> OwnOf(Guid village) =>
        [.. sets.Where(set => set.Key.Scope == Scope.Village(village) && RoleSet.IsOwn(set.Key.Role)).Select(set => set.Value).OrderBy(set => set.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>What a role of somebody's own is called, or null for roles that have a text.</summary>
    public string? NameOf(string role) => RoleSet.IsOwn(role) ? sets.FirstOrDefault(set => set.Key.Role == role).Value?.Name : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var set in await documents.OpenSession().Query<RoleSet>().ToListAsync(cancellationToken)) Keep(set);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    bool Has(IEnumerable<Scope> scopes, string role, Permission permission)
    {
        if (!IsFixed(role))
            foreach (var scope in scopes)
                if (sets.TryGetValue((scope, role), out var set) && Decides(set, permission.Name) is { } decision) return decision;
        return RoleNames.Holds(role, permission);
    }

    static IEnumerable<Scope> ScopesOf(Village? village) => village is null ? [Scope.Regency] : [Scope.Village(village.Id), Scope.District(village.District.Code), Scope.Regency];

    static bool? Decides(RoleSet set, string permission)
    {
        if (set.Removed.Contains(permission)) return false;
        return set.Added.Contains(permission) ? true : null;
    }

    void Follow(Commit commit)
    {
        if (commit.Owner != AccountDocuments.Owner) return;
        foreach (var change in commit.Changes)
        {
            if (change.Document is not RoleSet set) continue;
            if (change.IsDeleted) sets.TryRemove((Scope.Parse(set.Scope), set.Role), out _);
            else Keep(set);
        }
    }

    void Keep(RoleSet set) => sets[(Scope.Parse(set.Scope), set.Role)] = set;
}
