using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>Changes what a role may do in a village. Nobody gives a role what they do not have themselves.</summary>
sealed class ChangeRole(AccountDocuments documents, RoleSets sets, IModuleCatalog modules)
{
    public IReadOnlyList<Permission> Permissions => [.. HostPermissions.OfVillages, .. modules.Modules.SelectMany(module => module.Permissions)];

    /// <summary>Makes a role of the village's own.</summary>
    public async Task<string> AddAsync(Village village, string name, CancellationToken stop)
    {
        var (session, role) = (documents.OpenSession(), RoleSet.NewRole());
        session.Store(new RoleSet { Scope = Scope.Village(village.Id).ToString(), Role = role, Name = name });
        await session.SaveChangesAsync(stop);
        return role;
    }

    /// <summary>Sets which permissions the role has here.</summary>
    /// <param name="village">Where.</param>
    /// <param name="role">Which role.</param>
    /// <param name="wanted">All that it shall have, by name.</param>
    /// <param name="mayGive">Whether the person who changes it has a permission themselves.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task<RoleChange> SetAsync(Village village, string role, IReadOnlySet<string> wanted, Func<Permission, bool> mayGive, CancellationToken stop)
    {
        if (RoleSets.IsFixed(role)) return RoleChange.Fixed;
        var changed = Permissions.Where(permission => sets.Has(village, role, permission) != wanted.Contains(permission.Name)).ToList();
        if (!changed.All(mayGive)) return RoleChange.NotYours;
        var scope = Scope.Village(village.Id).ToString();
        var session = documents.OpenSession();
        var present = await session.Query<RoleSet>().Where(set => set.Scope == scope && set.Role == role).FirstOrDefaultAsync(stop);
        session.Store((present ?? new RoleSet { Scope = scope, Role = role }) with
        {
            Added = [.. Permissions.Where(permission => wanted.Contains(permission.Name) && !HasElsewhere(village, role, permission)).Select(permission => permission.Name)],
            Removed = [.. Permissions.Where(permission => !wanted.Contains(permission.Name) && HasElsewhere(village, role, permission)).Select(permission => permission.Name)],
        });
        return await AccountDocuments.TrySaveAsync(session, stop) ? RoleChange.Done : RoleChange.Overtaken;
    }

    /// <summary>Takes back what the village has changed of a role; one of its own goes, unless somebody has it.</summary>
    public async Task<RoleChange> ResetAsync(Village village, string role, Func<Permission, bool> mayGive, CancellationToken stop)
    {
        if (!Permissions.Where(permission => sets.Has(village, role, permission) != HasElsewhere(village, role, permission)).All(mayGive)) return RoleChange.NotYours;
        var scope = Scope.Village(village.Id).ToString();
        var session = documents.OpenSession();
        if (await session.Query<RoleSet>().Where(set => set.Scope == scope && set.Role == role).FirstOrDefaultAsync(stop) is not { } present) return RoleChange.Done;
        if (RoleSet.IsOwn(role) && await IsUsedAsync(session, scope, role, stop)) return RoleChange.InUse;
        session.Delete(present);
        return await AccountDocuments.TrySaveAsync(session, stop) ? RoleChange.Done : RoleChange.Overtaken;
    }

    static async Task<bool> IsUsedAsync(IDocumentSession session, string scope, string role, CancellationToken stop) =>
        await session.Query<RoleAssignment>().Where(given => given.Scope == scope && given.Role == role).AnyAsync(stop)
        || await session.Query<Slip>().Where(slip => slip.Scope == scope && slip.Role == role && slip.UsedAt == null).AnyAsync(stop);

    bool HasElsewhere(Village village, string role, Permission permission) => sets.HasBeyond(village, role, permission);
}

enum RoleChange
{
    Done,

    /// <summary>It is a role that nobody changes.</summary>
    Fixed,

    /// <summary>It would give or take what the person does not have themselves.</summary>
    NotYours,

    /// <summary>Somebody has it, or was invited to it.</summary>
    InUse,

    /// <summary>Somebody else was faster.</summary>
    Overtaken,
}
