using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>The slips that modules make for residents, and whose account belongs to whom a module knows.</summary>
sealed class ResidentSlips(AccountDocuments documents, Slips slips)
{
    /// <returns>What the slip is for and its code; null where the account is the maker's own or has other roles, which this maker may not have.</returns>
    public async Task<(SlipContent Content, SlipCode Code)?> MakeAsync(string name, Guid reference, Village village, Guid? maker, CancellationToken stop)
    {
        var scope = Scope.Village(village.Id).ToString();
        var session = documents.OpenSession();
        var owner = await OwnerAsync(session, scope, reference, stop);
        if (owner is not null && (owner.Id == maker || await HasOtherRolesAsync(session, owner.Id, stop))) return null;
        await TakeBackAsync(scope, reference, stop);
        var content = new SlipContent(name, Roles.Resident, scope, maker, owner, Reference: reference);
        return (content, await slips.MakeAsync(content, stop));
    }

    public async Task<IReadOnlySet<Guid>> FindRegisteredAsync(IReadOnlyCollection<Guid> references, Village village, CancellationToken stop)
    {
        var (scope, wanted, session) = (Scope.Village(village.Id).ToString(), references.Select(reference => (Guid?)reference).ToList(), documents.OpenSession());
        var roles = await session.Query<RoleAssignment>().Where(role => wanted.Contains(role.Reference) && role.Scope == scope).ToListAsync(stop);
        return roles.Select(role => role.Reference!.Value).ToHashSet();
    }

    static async Task<Account?> OwnerAsync(IDocumentSession session, string scope, Guid reference, CancellationToken stop) =>
        await session.Query<RoleAssignment>().Where(role => role.Scope == scope && role.Reference == reference).FirstOrDefaultAsync(stop) is { } role
            ? await session.LoadAsync<Account>(role.AccountId, stop)
            : null;

    static async Task<bool> HasOtherRolesAsync(IDocumentSession session, Guid account, CancellationToken stop) =>
        await session.Query<RoleAssignment>().Where(role => role.AccountId == account).CountAsync(stop) > 1;

    /// <summary>A slip that was lost on the way opens nothing once a new one is printed.</summary>
    Task<bool> TakeBackAsync(string scope, Guid reference, CancellationToken stop) => documents.SaveAsync(
        async session =>
        {
            var open = await session.Query<Slip>().Where(slip => slip.Reference == reference && slip.Scope == scope && slip.UsedAt == null).ToListAsync(stop);
            foreach (var slip in open) session.Delete(slip);
            return true;
        },
        stop);
}
