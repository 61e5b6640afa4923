using SmartKampung.Host.Accounts;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles;

/// <summary>Who has a role in a village, and who was invited to one.</summary>
sealed class People(AccountDocuments documents, TimeProvider clock)
{
    public async Task<IReadOnlyList<PersonInRole>> OfAsync(Village village, CancellationToken stop)
    {
        var session = documents.OpenSession();
        var people = new List<PersonInRole>();
        foreach (var role in (await RolesIn(session, village).ToListAsync(stop)).Where(role => role.HoldsAt(clock.GetUtcNow())))
            if (await session.LoadAsync<Account>(role.AccountId, stop) is { } account) people.Add(new(role.Id, role.AccountId, account.Name, account.Login, role.Role, role.Territory, role.GivenAt));
        return [.. people.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Role, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<SlipInList>> SlipsOfAsync(Village village, CancellationToken stop)
    {
        var (session, scope, now) = (documents.OpenSession(), ScopeOf(village), clock.GetUtcNow());
        var slips = await session.Query<Slip>().Where(slip => slip.Scope == scope && slip.UsedAt == null).ToListAsync(stop);
        return [.. slips.OrderByDescending(slip => slip.ExpiresAt).Select(slip => SlipInList.Of(slip, now))];
    }

    /// <summary>False where there is no such slip, or somebody was just faster with it.</summary>
    public async Task<bool> TakeBackAsync(Guid id, Village village, CancellationToken stop)
    {
        var session = documents.OpenSession();
        if (await session.LoadAsync<Slip>(id, stop) is not { UsedAt: null } slip || slip.Scope != ScopeOf(village)) return false;
        session.Delete(slip);
        return await TrySaveAsync(session, stop);
    }

    /// <summary>Takes a role from someone, whose sessions end, but for the one that takes it. The last administrator stays one, see <see cref="LastAdministrator" />.</summary>
    public Task<RoleTaking> TakeRoleAsync(Guid id, Village village, Guid? presentDevice, CancellationToken stop) => documents.SaveAsync(
        async session =>
        {
            if (await session.LoadAsync<RoleAssignment>(id, stop) is not { } role || role.Scope != ScopeOf(village)) return RoleTaking.NotThere;
            if (role.Role == Roles.Administrator && !await LastAdministrator.HasOtherAsync(session, role, stop)) return RoleTaking.LastAdministrator;
            session.Delete(role);
            await Sessions.EndAsync(session, role.AccountId, device => device.Id != presentDevice, stop);
            return RoleTaking.Done;
        },
        stop);

    static IDocumentQuery<RoleAssignment> RolesIn(IDocumentSession session, Village village)
    {
        var scope = ScopeOf(village);
        return session.Query<RoleAssignment>().Where(role => role.Scope == scope);
    }

    static string ScopeOf(Village village) => Scope.Village(village.Id).ToString();

    static async Task<bool> TrySaveAsync(IDocumentSession session, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }
}

/// <summary>What became of taking a role.</summary>
enum RoleTaking
{
    Done,
    NotThere,
    LastAdministrator,
}

/// <param name="Id">Of the assignment.</param>
/// <param name="Account">Of the person.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Login">What they sign in with.</param>
/// <param name="Role">The role.</param>
/// <param name="Territory">The part of the village that it is limited to, or null.</param>
/// <param name="GivenAt">Since when.</param>
sealed record PersonInRole(Guid Id, Guid Account, string Name, string Login, string Role, Territory? Territory, DateTimeOffset GivenAt);

/// <param name="Id">Of the slip.</param>
/// <param name="Name">Whom it is for.</param>
/// <param name="Role">What they get.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="State">open, expired, or locked by wrong codes.</param>
/// <param name="Renews">Whether it gives a new password to somebody who has the role already.</param>
sealed record SlipInList(Guid Id, string Name, string Role, DateTimeOffset ExpiresAt, string State, bool Renews)
{
    public static SlipInList Of(Slip slip, DateTimeOffset now) => new(slip.Id, slip.Name, slip.Role, slip.ExpiresAt, StateOf(slip, now), slip.AccountId is not null);

    static string StateOf(Slip slip, DateTimeOffset now) => slip.IsOpen(now) ? "open" : slip.Attempts >= Slip.MostAttempts ? "locked" : "expired";
}
