using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Background;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Backups;

public sealed class RestoreTests(TestHost host) : IClassFixture<TestHost>
{
    const string Demo = $"/api/villages/{TestHost.DemoCode}";
    const string Articles = $"{Demo}/news/articles";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    VillageEntry Village => host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!;

    [Fact]
    public async Task What_changed_since_the_backup_is_as_it_was()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var before = await StateAsync();
        var made = await BackUpAsync();
        var page = await PageAsync("/berita");

        await ChangeEverythingAsync(staff);
        Assert.NotEqual(before, await StateAsync());
        var done = await RestoreAsync(made);

        Assert.Equal(before, await StateAsync());
        Assert.Equal(page, await PageAsync("/berita"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous.GetAsync($"/{TestHost.DemoSlug}/berita/ditulis-sesudahnya", Stop)).StatusCode);
        Assert.NotEmpty((await staff.OpenAsync($"/{TestHost.DemoSlug}/kelola/orang")).QuerySelectorAll("tbody tr"));
        Assert.Equal(BackupCause.BeforeRestore, done.Before!.Cause);

        await RestoreAsync(done.Before);
        Assert.Equal("Nama Baru", Village.Name);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous.GetAsync($"/{Village.Slug}/berita", Stop)).StatusCode);
        await RestoreAsync(made);
    }

    [Fact]
    public async Task The_portal_shows_no_article_that_a_restore_took_back()
    {
        var made = await BackUpAsync();
        await WriteArticleAsync("Hanya sebentar di portal");
        await host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();
        Assert.Contains("Hanya sebentar di portal", await host.Anonymous.GetStringAsync("/berita", Stop), StringComparison.Ordinal);

        await RestoreAsync(made);
        await host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();

        Assert.DoesNotContain("Hanya sebentar di portal", await host.Anonymous.GetStringAsync("/berita", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_installation_gets_the_village_under_its_own_id_and_lists_who_has_no_account_there()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator, name: "Siti Aminah");
        var made = await BackUpAsync("kata sandi panjang");
        await using var other = new TestHost { IsFirstStart = true };
        await other.InitializeAsync();
        Assert.NotEqual(Village.Id, other.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!.Id);

        var done = await other.Services.GetRequiredService<RestoreBackup>().RunAsync(new(PathOf(made), "kata sandi panjang"), _ => { }, Stop);

        Assert.Equal(other.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!.Id, done.Village);
        Assert.Contains(done.WithoutAccount, person => person is { Name: "Siti Aminah", Role: Roles.Operator });
        Assert.Equal(await TitlesAsync(host), await TitlesAsync(other));
    }

    [Fact]
    public async Task A_rehearsal_is_another_village_from_which_nothing_is_sent()
    {
        const string code = "35.10.24.2999";
        var made = await BackUpAsync();

        var done = await host.Services.GetRequiredService<RestoreBackup>().RunAsync(new(PathOf(made), null, code), _ => { }, Stop);

        var rehearsal = host.Services.GetRequiredService<VillageRegistry>().FindByCode(code)!;
        Assert.True(done.IsNew && rehearsal.Record.IsRehearsal && rehearsal.Id != Village.Id);
        Assert.Equal(await TitlesAsync(host), await TitlesAsync(host, code));
        Assert.Empty(await host.Services.GetRequiredService<Outbox>().OpenSession(Partition.OfVillage(rehearsal.Id)).Query<OutgoingEvent>().Where(waiting => waiting.DueAt == DateTimeOffset.MaxValue).ToListAsync(Stop));
        await Assert.ThrowsAsync<BackupException>(() => host.Services.GetRequiredService<RestoreBackup>().RunAsync(new(PathOf(made), null, "not a code"), _ => { }, Stop));
    }

    [Fact]
    public async Task What_still_waited_to_be_sent_is_kept_and_not_sent_again()
    {
        var partition = Partition.OfVillage(Village.Id);
        var (outbox, messages) = (host.Services.GetRequiredService<Outbox>(), host.Services.GetRequiredService<Messages>());
        var message = new Message { Module = "x", Channel = NotificationChannel.Email, To = "warga@contoh.id", Subject = "s", Text = "t", State = NotificationState.Waiting, WrittenAt = host.Clock.GetUtcNow() };
        await host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();
        var happened = Outbox.Event("host", "e-mail waits", message.Id.ToString()) with { DueAt = host.Clock.GetUtcNow().AddHours(1) };
        var session = outbox.OpenSession(partition);
        session.Store(happened);
        messages.Join(session).Store(message);
        await session.SaveChangesAsync(Stop);
        var made = await BackUpAsync();
        session.Delete((await session.LoadAsync<OutgoingEvent>(happened.Id, Stop))!);
        await session.SaveChangesAsync(Stop);

        var done = await RestoreAsync(made);
        var rehearsal = await host.Services.GetRequiredService<RestoreBackup>().RunAsync(new(PathOf(made), null, "35.10.24.2997"), _ => { }, Stop);

        var kept = (await outbox.OpenSession(partition).LoadAsync<OutgoingEvent>(happened.Id, Stop))!;
        Assert.Equal((1, DateTimeOffset.MaxValue, 1), (done.Held, kept.DueAt, kept.Attempts));
        Assert.Equal(NotificationState.Failed, (await messages.OpenSession(Village.Id).LoadAsync<Message>(message.Id, Stop))!.State);
        Assert.Null(await outbox.OpenSession(Partition.OfVillage(rehearsal.Village)).LoadAsync<OutgoingEvent>(happened.Id, Stop));
        Assert.Equal(NotificationState.Failed, (await messages.OpenSession(rehearsal.Village).LoadAsync<Message>(message.Id, Stop))!.State);
        await RemoveAsync(outbox.OpenSession(partition), kept);
    }

    static Task RemoveAsync<T>(IDocumentSession session, T document) where T : Document
    {
        session.Delete(document);
        return session.SaveChangesAsync(Stop);
    }

    [Fact]
    public async Task Schema_of_a_newer_module_is_refused_with_the_reason_and_nothing_changes()
    {
        using var newer = await BackupFile.WriteAsync(schema: 99, owner: "news", type: "Article", code: TestHost.DemoCode);
        var before = await StateAsync();

        var refusal = await Assert.ThrowsAsync<BackupException>(() => host.Services.GetRequiredService<RestoreBackup>().RunAsync(new(newer.Path, null), _ => { }, Stop));

        Assert.Contains("has schema 99 here", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(host.DataFolder, "restores")));
    }

    [Fact]
    public async Task A_village_in_use_is_no_place_to_rehearse()
    {
        const string used = "35.10.24.2007";
        (await host.Administrator.PutAsync($"/api/villages/{used}/modules/news", null, Stop)).EnsureSuccessStatusCode();
        (await host.Administrator.PostAsJsonAsync($"/api/villages/{used}/news/articles", new { title = "Ada isinya", body = "<p>Isi</p>" }, Stop)).EnsureSuccessStatusCode();
        var made = await BackUpAsync();

        var refusal = await Assert.ThrowsAsync<BackupException>(() => host.Services.GetRequiredService<RestoreBackup>().RunAsync(new(PathOf(made), null, used), _ => { }, Stop));

        Assert.Contains("is in use", refusal.Message, StringComparison.Ordinal);
    }

    async Task ChangeEverythingAsync(StaffBrowser staff)
    {
        await WriteArticleAsync("Ditulis sesudahnya");
        var first = (await host.Administrator.GetFromJsonAsync<JsonElement>(Articles, Stop)).GetProperty("items")[0].GetProperty("id").GetString();
        (await host.Administrator.DeleteAsync($"{Articles}/{first}", Stop)).EnsureSuccessStatusCode();
        (await host.Administrator.PatchAsJsonAsync(Demo, new { name = "Nama Baru" }, Stop)).EnsureSuccessStatusCode();
        (await host.Administrator.PutAsJsonAsync($"{Demo}/settings/news", new { articlesPerPage = 9 }, Stop)).EnsureSuccessStatusCode();
        (await host.Administrator.PutAsync($"{Demo}/templates/host/village-facts", new StringContent("<p>changed</p>"), Stop)).EnsureSuccessStatusCode();
        (await host.Administrator.DeleteAsync($"{Demo}/modules/news", Stop)).EnsureSuccessStatusCode();
        var accounts = host.Services.GetRequiredService<AccountDocuments>().OpenSession();
        accounts.Delete((await accounts.Query<RoleAssignment>().Where(role => role.AccountId == staff.Account.Id).FirstOrDefaultAsync(Stop))!);
        await accounts.SaveChangesAsync(Stop);
    }

    async Task WriteArticleAsync(string title)
    {
        using var written = await host.Administrator.PostAsJsonAsync(Articles, new { title, body = "<p>Isi</p>" }, Stop);
        written.EnsureSuccessStatusCode();
        var id = (await written.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString();
        (await host.Administrator.PostAsync($"{Articles}/{id}/publish", null, Stop)).EnsureSuccessStatusCode();
    }

    async Task<BackupRecord> BackUpAsync(string? passphrase = null)
    {
        var made = await host.Services.GetRequiredService<MakeBackup>().RunAsync(Village, BackupCause.Person, passphrase, _ => { }, Stop);
        Assert.True(made.IsVerified);
        return made;
    }

    Task<RestoredBackup> RestoreAsync(BackupRecord made) =>
        host.Services.GetRequiredService<RestoreBackup>().RunAsync(new(PathOf(made), null), _ => { }, Stop);

    string PathOf(BackupRecord made) => Path.Combine(host.DataFolder, "backups", made.File);

    /// <summary>All that a backup is to bring back, but for versions and what waits to be delivered.</summary>
    async Task<string> StateAsync()
    {
        await host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();
        using var copy = host.Services.GetRequiredService<IDocumentStore>().Copy(Partition.OfVillage(Village.Id));
        var documents = copy.Types.Where(type => type.Name != nameof(OutgoingEvent)).SelectMany(type => copy.Read(type).Select(body => type + System.Text.Encoding.UTF8.GetString(body)));
        var card = await host.Services.GetRequiredService<VillageCards>().ReadAsync(Village, Stop);
        card = card with
        {
            Village = card.Village with { Version = 0, Aliases = [] },
            Settings = [.. card.Settings.Select(setting => setting with { Id = Guid.Empty, Version = 0 }).OrderBy(setting => setting.Module)],
            Templates = [.. card.Templates.Select(edited => edited with { Version = 0 })],
            Roles = [.. card.Roles.OrderBy(role => role.LoginKey)],
        };
        return string.Join('\n', documents.Order(StringComparer.Ordinal)) + JsonSerializer.Serialize(card, BackupManifest.Json);
    }

    async Task<string> PageAsync(string path) => (await host.Anonymous.GetStringAsync($"/{TestHost.DemoSlug}{path}", Stop)).Split("<main")[1];

    static async Task<List<string?>> TitlesAsync(TestHost host, string code = TestHost.DemoCode) =>
        [.. (await host.Anonymous.GetFromJsonAsync<JsonElement>($"/api/villages/{code}/news/articles", Stop)).GetProperty("items").EnumerateArray().Select(article => article.GetProperty("title").GetString())];
}
