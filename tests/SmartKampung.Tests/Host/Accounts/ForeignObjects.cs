using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Accounts.Passkeys;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Media;
using SmartKampung.Host.Privacy;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Accounts;

/// <summary>One object of each kind that pages name by an id, in a village or of a person.</summary>
sealed class ForeignObjects(TestHost host, Guid village, Guid account)
{
    readonly MediaItem item = new()
    {
        Name = "sawah.jpg", IsPicture = true, Alt = "Sawah", IsReady = true, Sizes = [new(320, 240, new string('b', 64) + ".webp", new string('b', 64) + ".jpg")],
    };

    readonly MediaFolder folder = new() { Name = "Acara" };
    readonly VillagePage page = new() { Village = village, Slug = "sejarah", Title = new("Sejarah", ""), Body = new("<p>Dahulu.</p>", "") };
    readonly BackupRecord backup = new() { Village = village, MadeAt = host.Clock.GetUtcNow(), Cause = BackupCause.Person, File = "tidak-ada.smk" };
    readonly RoleAssignment role = new() { AccountId = account, Role = Roles.Seller, Scope = Scope.Village(village).ToString() };
    readonly Slip slip = new()
    {
        Selector = $"{village:N}", Verifier = "-", Name = "Siti", Role = Roles.Resident, Scope = Scope.Village(village).ToString(), ExpiresAt = host.Clock.GetUtcNow().AddDays(1),
    };

    readonly Passkey passkey = new() { AccountId = account, CredentialId = $"{account:N}", PublicKey = "-", Name = "Ponsel", AddedAt = host.Clock.GetUtcNow() };
    readonly ApiToken token = new()
    {
        AccountId = account, Name = "Papan", Scope = Scope.Village(village).ToString(), Permissions = [], Selector = $"{account:N}", Hash = "-",
        CreatedAt = host.Clock.GetUtcNow(), ExpiresAt = host.Clock.GetUtcNow().AddDays(1),
    };

    readonly Device device = new() { AccountId = account, Proof = Proof.SecondStep, SignedInAt = host.Clock.GetUtcNow() };

    readonly PersonalRequest request = new()
    {
        AccountId = account, Name = "Siti", Scope = Scope.Village(village).ToString(), Kind = RequestKind.Correction, Reason = "Nama salah", MadeAt = host.Clock.GetUtcNow(),
    };

    readonly Consent consent = Consent.To(Consent.Mailings, account, "1", host.Clock.GetUtcNow());

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The object that the route's id names; null where it names none.</summary>
    public Guid? Find(RouteEndpoint endpoint) =>
        ByRoute.Where(kind => endpoint.RoutePattern.RawText!.Contains(kind.Key, StringComparison.Ordinal)).Select(kind => (Guid?)kind.Value).FirstOrDefault();

    Dictionary<string, Guid> ByRoute => new Dictionary<string, Guid>
    {
        ["/kelola/media/folder/{id"] = folder.Id,
        ["/kelola/media/{id"] = item.Id,
        ["/kelola/tampilan/halaman/{at"] = page.Id,
        ["/kelola/cadangan/{id"] = backup.Id,
        ["/kelola/orang/slip/{id"] = slip.Id,
        ["/administrator/slip/{id"] = slip.Id,
        ["/kelola/orang/{id"] = role.Id,
        ["/akun/kunci-sandi/{id"] = passkey.Id,
        ["/akun/kunci/{id"] = token.Id,
        ["/akun/perangkat/{id"] = device.Id,
        ["/kelola/data-pribadi/{id"] = request.Id,
        ["/akun/data-pribadi/persetujuan/{id"] = consent.Id,
    };

    public async Task<ForeignObjects> SaveAsync()
    {
        await SaveAsync(Services<MediaDocuments>().OpenSession(village), session => { session.Store(item); session.Store(folder); });
        await SaveAsync(Services<VillageDocuments>().OpenSession(), session => session.Store(page));
        await SaveAsync(Services<BackupRecords>().OpenSession(), session => session.Store(backup));
        await SaveAsync(Services<AccountDocuments>().OpenSession(), session => { session.Store(role); session.Store(slip); });
        await SaveAsync(Services<PrivacyDocuments>().OpenSession(), session => { session.Store(request); session.Store(consent); });
        await SaveAsync(Services<AccountDocuments>().OpenSession(), session => { session.Store(passkey); session.Store(token); session.Store(device); });
        return this;
    }

    /// <summary>What is no longer as it was saved.</summary>
    public async Task<IReadOnlyList<string>> TouchedAsync()
    {
        var (media, villages) = (Services<MediaDocuments>().OpenSession(village), Services<VillageDocuments>().OpenSession());
        var (backups, accounts) = (Services<BackupRecords>().OpenSession(), Services<AccountDocuments>().OpenSession());
        Document?[] now =
        [
            await media.LoadAsync<MediaItem>(item.Id, Stop), await media.LoadAsync<MediaFolder>(folder.Id, Stop), await villages.LoadAsync<VillagePage>(page.Id, Stop),
            await backups.LoadAsync<BackupRecord>(backup.Id, Stop), await accounts.LoadAsync<RoleAssignment>(role.Id, Stop), await accounts.LoadAsync<Slip>(slip.Id, Stop),
            await accounts.LoadAsync<Passkey>(passkey.Id, Stop), await accounts.LoadAsync<ApiToken>(token.Id, Stop), await accounts.LoadAsync<Device>(device.Id, Stop),
            await Services<PrivacyDocuments>().OpenSession().LoadAsync<PersonalRequest>(request.Id, Stop),
            await Services<PrivacyDocuments>().OpenSession().LoadAsync<Consent>(consent.Id, Stop),
        ];
        Document[] before = [item, folder, page, backup, role, slip, passkey, token, device, request, consent];
        return [.. before.Zip(now).Where(pair => pair.Second is not { Version: 1 }).Select(pair => pair.First.GetType().Name)];
    }

    T Services<T>() where T : notnull => host.Services.GetRequiredService<T>();

    static Task SaveAsync(IDocumentSession session, Action<IDocumentSession> store)
    {
        store(session);
        return session.SaveChangesAsync(Stop);
    }
}
