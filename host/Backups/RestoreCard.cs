using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Puts what a backup has in the place of what the installation keeps of a village, in one unit of work. It may be done twice: what is there
/// is changed, so that its versions grow and nobody takes it for what it was.
/// </summary>
sealed class RestoreCard(VillageCards cards, VillageRegistry registry, ModuleConfigurations configurations, StoredOverrides templates, AccountDocuments accounts)
{
    const int Tries = 5;

    /// <summary>Over more than a village, so no village's backup can give them.</summary>
    static readonly string[] Wider = [Roles.DistrictStaff, Roles.DistrictHead, Roles.RegencyAdministrator, Roles.Auditor];

    public async Task RunAsync(VillageCard card, bool takesRoles, CancellationToken stop)
    {
        for (var tries = 1; !await TrySaveAsync(card, takesRoles, isLast: tries == Tries, stop); tries++) { }
        await configurations.ReloadAsync(Scope.Village(card.Village.Id), stop);
        await templates.ReloadAsync(stop);
    }

    /// <summary>People of the backup who have no account here, by what they sign in with.</summary>
    public async Task<IReadOnlyList<BackedUpRole>> WithoutAccountAsync(VillageCard card, CancellationToken stop)
    {
        var known = await AccountsAsync(accounts.OpenSession(), card, stop);
        return [.. card.Roles.Where(role => !known.ContainsKey(role.LoginKey))];
    }

    async Task<bool> TrySaveAsync(VillageCard card, bool takesRoles, bool isLast, CancellationToken stop)
    {
        try
        {
            var session = cards.OpenSession();
            await StoreAsync(session, card, takesRoles, stop);
            await registry.ChangeAsync(villages => [card.Village with { Version = villages.Find(card.Village.Id)?.Record.Version ?? 0 }], () => session, stop);
            return true;
        }
        catch (ConcurrencyException) when (!isLast)
        {
            return false;
        }
    }

    async Task StoreAsync(IDocumentSession session, VillageCard card, bool takesRoles, CancellationToken stop)
    {
        var (id, scope) = (card.Village.Id, Scope.Village(card.Village.Id).ToString());
        session.Store((await session.LoadAsync<ProfileRecord>(id, stop) ?? new() { Id = id }) with { Profile = card.Profile });
        await StoreSettingsAsync(session, card, scope, stop);
        await StoreTemplatesAsync(templates.Join(session), card, scope, stop);
        if (takesRoles) await StoreRolesAsync(accounts.Join(session), card, scope, stop);
    }

    static async Task StoreSettingsAsync(IDocumentSession session, VillageCard card, string scope, CancellationToken stop)
    {
        var present = (await session.Query<ModuleConfiguration>().Where(setting => setting.Scope == scope).ToListAsync(stop)).ToDictionary(setting => setting.Module);
        foreach (var setting in card.Settings.DistinctBy(setting => setting.Module))
        {
            present.Remove(setting.Module, out var before);
            session.Store(setting with { Id = before?.Id ?? Guid.CreateVersion7(), Version = before?.Version ?? 0, Scope = scope });
        }

        foreach (var gone in present.Values) session.Delete(gone);
    }

    static async Task StoreTemplatesAsync(IDocumentSession session, VillageCard card, string scope, CancellationToken stop)
    {
        var present = (await session.Query<TemplateOverride>().Where(edited => edited.Scope == scope).ToListAsync(stop)).ToDictionary(edited => (edited.Owner, edited.Name));
        foreach (var edited in card.Templates.DistinctBy(edited => (edited.Owner, edited.Name)))
        {
            present.Remove((edited.Owner, edited.Name), out var before);
            session.Store(edited with { Id = before?.Id ?? Guid.CreateVersion7(), Version = before?.Version ?? 0, Scope = scope });
        }

        foreach (var gone in present.Values) session.Delete(gone);
    }

    /// <summary>Roles that nobody had then are taken back, unless the village would be left without an administrator.</summary>
    static async Task StoreRolesAsync(IDocumentSession session, VillageCard card, string scope, CancellationToken stop)
    {
        var present = await session.Query<RoleAssignment>().Where(role => role.Scope == scope).ToListAsync(stop);
        var people = await AccountsAsync(session, card, stop);
        var wanted = card.Roles.Where(role => people.ContainsKey(role.LoginKey) && !Wider.Contains(role.Role)).DistinctBy(role => (role.LoginKey, role.Role)).ToList();
        foreach (var role in wanted.Where(role => !present.Any(given => IsSame(given, role, people))))
            session.Store(new RoleAssignment { AccountId = people[role.LoginKey], Role = role.Role, Scope = scope, GivenAt = role.GivenAt });
        var keepsAdministrators = !wanted.Any(role => role.Role == Roles.Administrator);
        foreach (var given in present.Where(given => !wanted.Any(role => IsSame(given, role, people))))
            if (!(keepsAdministrators && given.Role == Roles.Administrator)) session.Delete(given);
    }

    static bool IsSame(RoleAssignment given, BackedUpRole role, Dictionary<string, Guid> people) => given.Role == role.Role && given.AccountId == people[role.LoginKey];

    static async Task<Dictionary<string, Guid>> AccountsAsync(IDocumentSession session, VillageCard card, CancellationToken stop)
    {
        var keys = card.Roles.Select(role => role.LoginKey).Distinct().ToList();
        return (await session.Query<Account>().Where(account => keys.Contains(account.LoginKey)).ToListAsync(stop)).ToDictionary(account => account.LoginKey, account => account.Id);
    }
}
