using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>Reads what the installation keeps of villages.</summary>
sealed class VillageCards(IDocumentStore store, AccountDocuments accounts, StoredOverrides templates)
{
    readonly DocumentSet documents = store.Register("host", [.. VillageDocuments.All, ModuleConfigurations.Registration]);

    public IDocumentSession OpenSession() => store.OpenSession(Partition.Installation, documents);

    public async Task<VillageCard> ReadAsync(VillageEntry village, CancellationToken stop)
    {
        var (session, id, scope) = (OpenSession(), village.Id, Scope.Village(village.Id).ToString());
        var profile = await session.LoadAsync<ProfileRecord>(id, stop) ?? new();
        return new(
            village.Record,
            profile.Profile,
            profile.Look,
            await session.Query<VillagePage>().Where(page => page.Village == id).ToListAsync(stop),
            (await session.LoadAsync<VillageOutline>(id, stop))?.Rings ?? [],
            await session.Query<ModuleConfiguration>().Where(configuration => configuration.Scope == scope).ToListAsync(stop),
            await templates.Join(session).Query<TemplateOverride>().Where(edited => edited.Scope == scope).ToListAsync(stop),
            await accounts.Join(session).Query<RoleSet>().Where(set => set.Scope == scope).ToListAsync(stop),
            await RolesAsync(accounts.Join(session), scope, stop));
    }

    /// <summary>Of each village what tells one state of its card from the next; in few queries, since all villages are looked at.</summary>
    public async Task<ILookup<Guid, string>> MarksAsync(CancellationToken stop)
    {
        var session = OpenSession();
        var profiles = await session.Query<ProfileRecord>().ToListAsync(stop);
        var settings = await session.Query<ModuleConfiguration>().ToListAsync(stop);
        var edited = await templates.Join(session).Query<TemplateOverride>().ToListAsync(stop);
        var roles = await accounts.Join(session).Query<RoleAssignment>().ToListAsync(stop);
        var sets = await accounts.Join(session).Query<RoleSet>().ToListAsync(stop);
        var outlines = await session.Query<VillageOutline>().ToListAsync(stop);
        return profiles.Select(profile => (Village: (Guid?)profile.Id, Mark: MarkOf(profile)))
            .Concat(settings.Select(setting => (Village: VillageOf(setting.Scope), Mark: MarkOf(setting))))
            .Concat(edited.Select(template => (Village: VillageOf(template.Scope), Mark: MarkOf(template))))
            .Concat(roles.Select(role => (Village: VillageOf(role.Scope), Mark: MarkOf(role))))
            .Concat(sets.Select(set => (Village: VillageOf(set.Scope), Mark: MarkOf(set))))
            .Concat(outlines.Select(outline => (Village: (Guid?)outline.Id, Mark: "outline " + MarkOf(outline))))
            .Where(pair => pair.Village is not null)
            .ToLookup(pair => pair.Village!.Value, pair => pair.Mark);
    }

    public static string HashOf(IEnumerable<string> marks) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', marks.Order(StringComparer.Ordinal)))));

    static string MarkOf(Document document) => $"{document.Id} {document.Version}";

    static Guid? VillageOf(string scope) => Scope.Parse(scope) is { Kind: ScopeKind.Village, VillageId: var village } ? village : null;

    static async Task<IReadOnlyList<BackedUpRole>> RolesAsync(IDocumentSession session, string scope, CancellationToken stop)
    {
        var roles = await session.Query<RoleAssignment>().Where(role => role.Scope == scope).ToListAsync(stop);
        var ids = roles.Select(role => role.AccountId).Distinct().ToList();
        var people = (await session.Query<Account>().Where(account => ids.Contains(account.Id)).ToListAsync(stop)).ToDictionary(account => account.Id);
        return
        [
            .. from role in roles
               where people.ContainsKey(role.AccountId) && role.EndsAt is null
               let person = people[role.AccountId]
               select new BackedUpRole(person.Id, person.LoginKey, person.Name, role.Role, role.Territory, role.GivenAt),
        ];
    }
}
