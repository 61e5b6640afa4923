using SmartKampung.Host.Accounts;
using SmartKampung.Host.Consoles;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Who works for the regency and its districts, and who was invited to.</summary>
sealed class RegencyPeople(AccountDocuments documents, VillageRegistry villages, TimeProvider clock)
{
    const string OfDistrict = "district:";

    static readonly string OfRegency = Scope.Regency.ToString();

    public async Task<IReadOnlyList<RegencyPerson>> AllAsync(CancellationToken stop)
    {
        var session = documents.OpenSession();
        var roles = await session.Query<RoleAssignment>().Where(role => role.Scope == OfRegency || role.Scope.StartsWith(OfDistrict)).ToListAsync(stop);
        var ids = roles.Select(role => role.AccountId).Distinct().ToList();
        var accounts = (await session.Query<Account>().Where(account => ids.Contains(account.Id)).ToListAsync(stop)).ToDictionary(account => account.Id);
        return
        [
            .. from role in roles
               where accounts.ContainsKey(role.AccountId)
               let account = accounts[role.AccountId]
               orderby role.Scope != OfRegency, role.Scope, account.Name
               select new RegencyPerson(role.Id, account.Id, account.Name, account.Login, role.Role, PlaceName.Of(role.Scope, villages), role.GivenAt),
        ];
    }

    public async Task<IReadOnlyList<SlipInList>> SlipsAsync(CancellationToken stop)
    {
        var slips = await documents.OpenSession().Query<Slip>()
            .Where(slip => (slip.Scope == OfRegency || slip.Scope.StartsWith(OfDistrict)) && slip.UsedAt == null && slip.MadeBy != null).ToListAsync(stop);
        return [.. slips.OrderByDescending(slip => slip.ExpiresAt).Select(slip => SlipInList.Of(slip, clock.GetUtcNow()))];
    }

    /// <summary>False where there is no such slip, or somebody was just faster with it.</summary>
    public async Task<bool> TakeBackAsync(Guid id, CancellationToken stop)
    {
        var session = documents.OpenSession();
        if (await session.LoadAsync<Slip>(id, stop) is not { UsedAt: null, MadeBy: not null } slip || IsOfVillage(slip.Scope)) return false;
        session.Delete(slip);
        return await AccountDocuments.TrySaveAsync(session, stop);
    }

    /// <summary>Takes a role from someone, whose sessions end. The regency keeps an administrator.</summary>
    public Task<RoleTaking> TakeRoleAsync(Guid id, Guid? presentDevice, CancellationToken stop) => documents.SaveAsync(
        async session =>
        {
            if (await session.LoadAsync<RoleAssignment>(id, stop) is not { } role || IsOfVillage(role.Scope)) return RoleTaking.NotThere;
            if (LastAdministrator.IsMeant(role) && !await LastAdministrator.HasOtherAsync(session, role, stop)) return RoleTaking.LastAdministrator;
            session.Delete(role);
            await Sessions.EndAsync(session, role.AccountId, device => device.Id != presentDevice, stop);
            return RoleTaking.Done;
        },
        stop);

    static bool IsOfVillage(string scope) => Scope.Parse(scope).Kind is ScopeKind.Village;
}

/// <param name="Id">Of the assignment.</param>
/// <param name="Account">Of the person.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Login">What they sign in with.</param>
/// <param name="Role">The role.</param>
/// <param name="Place">The district, or empty for the regency.</param>
/// <param name="GivenAt">Since when.</param>
sealed record RegencyPerson(Guid Id, Guid Account, string Name, string Login, string Role, string Place, DateTimeOffset GivenAt);
