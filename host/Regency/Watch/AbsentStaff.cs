using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Staff who have not signed in for long, read in three queries however many villages there are.</summary>
sealed class AbsentStaff(AccountDocuments documents, VillageRegistry villages, TimeProvider clock)
{
    static readonly TimeSpan Long = TimeSpan.FromDays(60);

    public async Task<IReadOnlyList<AbsentPerson>> ListAsync(CancellationToken stop)
    {
        var (session, since) = (documents.OpenSession(), clock.GetUtcNow() - Long);
        var accounts = (await session.Query<Account>().ToListAsync(stop)).ToDictionary(account => account.Id);
        var lastly = (await session.Query<LastSignIn>().ToListAsync(stop)).ToDictionary(last => last.Id, last => last.At);
        var roles = await session.Query<RoleAssignment>().ToListAsync(stop);
        return
        [
            .. from role in roles
               where RoleNames.IsStaff(role.Role) && role.Role != RoleNames.Support && role.GivenAt < since && accounts.ContainsKey(role.AccountId)
               let last = lastly.TryGetValue(role.AccountId, out var at) ? at : (DateTimeOffset?)null
               where last is null || last < since
               orderby last
               select new AbsentPerson(accounts[role.AccountId].Name, role.Role, PlaceOf(role), last),
        ];
    }

    string PlaceOf(RoleAssignment role)
    {
        var scope = Scope.Parse(role.Scope);
        return scope.Kind switch
        {
            ScopeKind.Village => villages.Find(scope.VillageId)?.Name ?? "",
            ScopeKind.District => villages.Villages.FindDistrict(scope.DistrictCode)?.Name ?? "",
            _ => "",
        };
    }
}

/// <param name="Name">Who.</param>
/// <param name="Role">Their role.</param>
/// <param name="Place">The village or district.</param>
/// <param name="LastAt">When they last signed in; null for never since this is kept.</param>
sealed record AbsentPerson(string Name, string Role, string Place, DateTimeOffset? LastAt);
