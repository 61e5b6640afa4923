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
        var pages = Replace(
            session, await session.Query<VillagePage>().Where(page => page.Village == id).ToListAsync(stop), card.Pages.Select(page => page with { Village = id }), page => page.Slug);
        session.Store((await session.LoadAsync<ProfileRecord>(id, stop) ?? new() { Id = id }) with { Profile = card.Profile, Look = Listing(card.Look, pages) });
        await StoreOutlineAsync(session, card, stop);
        Replace(
            session, await session.Query<ModuleConfiguration>().Where(setting => setting.Scope == scope).ToListAsync(stop),
            card.Settings.Select(setting => setting with { Scope = scope }), setting => setting.Module);
        var edited = templates.Join(session);
        Replace(
            edited, await edited.Query<TemplateOverride>().Where(template => template.Scope == scope).ToListAsync(stop),
            card.Templates.Select(template => template with { Scope = scope }), template => (template.Owner, template.Name));
        var people = accounts.Join(session);
        Replace(people, await people.Query<RoleSet>().Where(set => set.Scope == scope).ToListAsync(stop), card.RoleSets.Select(set => set with { Scope = scope }), set => set.Role);
        if (takesRoles) await StoreRolesAsync(people, card, scope, stop);
    }

    /// <summary>Pages have ids of their own in each village, by which the look names them, in the order that it had.</summary>
    static VillageLook Listing(VillageLook look, List<VillagePage> pages) =>
        look with { Pages = [.. look.Pages.Select(listed => pages.Find(page => page.Slug == listed.Slug)).OfType<VillagePage>().Select(page => page.Listing)] };

    static async Task StoreOutlineAsync(IDocumentSession session, VillageCard card, CancellationToken stop)
    {
        var present = await session.LoadAsync<VillageOutline>(card.Village.Id, stop);
        if (card.Outline.Count > 0) session.Store((present ?? new() { Id = card.Village.Id }) with { Rings = card.Outline });
        else if (present is not null) session.Delete(present);
    }

    /// <summary>Puts what is wanted in the place of what is there, key by key, and tells what is there then.</summary>
    static List<T> Replace<T, TKey>(IDocumentSession session, IEnumerable<T> present, IEnumerable<T> wanted, Func<T, TKey> key) where T : Document where TKey : notnull
    {
        var before = present.ToDictionary(key);
        var after = new List<T>();
        foreach (var document in wanted.DistinctBy(key))
        {
            before.Remove(key(document), out var old);
            after.Add((T)((Document)document with { Id = old?.Id ?? Guid.CreateVersion7(), Version = old?.Version ?? 0 }));
            session.Store(after[^1]);
        }

        foreach (var gone in before.Values) session.Delete(gone);
        return after;
    }

    /// <summary>Roles that nobody had then are taken back, unless the village would be left without an administrator.</summary>
    static async Task StoreRolesAsync(IDocumentSession session, VillageCard card, string scope, CancellationToken stop)
    {
        var present = await session.Query<RoleAssignment>().Where(role => role.Scope == scope).ToListAsync(stop);
        var people = await AccountsAsync(session, card, stop);
        var wanted = card.Roles.Where(role => people.ContainsKey(role.LoginKey) && !Wider.Contains(role.Role)).DistinctBy(role => (role.LoginKey, role.Role)).ToList();
        foreach (var role in wanted.Where(role => !present.Any(given => IsSame(given, role, people))))
            session.Store(new RoleAssignment { AccountId = people[role.LoginKey], Role = role.Role, Scope = scope, Territory = role.Territory, GivenAt = role.GivenAt });
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
