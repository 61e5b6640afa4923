using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Background;
using SmartKampung.Tests.Host.Storage;

namespace SmartKampung.Tests.Host.Modules;

public sealed class PrivateFilesOfModulesTests(LedgerHost ledger) : IClassFixture<LedgerHost>
{
    const string Person = "Halimatussakdiyah 3510244107850001";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    VillageEntry Village => ledger.Host.Services.GetRequiredService<VillageRegistry>().FindByCode(LedgerHost.Village.Split('/')[^1])!;

    [Fact]
    public async Task File_of_a_document_is_found_in_its_village_alone_and_goes_with_the_document_that_is_deleted()
    {
        var file = await KeepAsync(Person);
        Assert.Equal(Person, await ReadAsync(file));
        Assert.Null(await ReadAsync(file, LedgerHost.Neighbour));
        Assert.Equal(HttpStatusCode.NotFound, (await ledger.Host.Anonymous.GetAsync($"/{Village.Slug}/berkas/{file}", Stop)).StatusCode);

        Assert.False(await DropAsync(file, version: 7));
        Assert.Equal(Person, await ReadAsync(file));
        Assert.True(await DropAsync(file, version: 1));
        Assert.Null(await ReadAsync(file));
    }

    [Fact]
    public async Task Restored_backup_brings_the_file_back_and_tells_a_thief_nothing()
    {
        var file = await KeepAsync(Person);
        var made = await ledger.Host.Services.GetRequiredService<MakeBackup>().RunAsync(Village, BackupCause.Person, null, _ => { }, Stop);
        Assert.True(made.IsVerified);
        Assert.Empty(Theft.Find(ledger.Host.DataFolder, "Halimatussakdiyah", "3510244107850001"));
        Assert.True(await DropAsync(file, version: 1));

        await RestoreAsync(ledger.Host, made, null);

        Assert.Equal(Person, await ReadAsync(file));
    }

    [Fact]
    public async Task Backup_with_a_passphrase_brings_the_file_to_another_installation()
    {
        var file = await KeepAsync(Person);
        var made = await ledger.Host.Services.GetRequiredService<MakeBackup>().RunAsync(Village, BackupCause.Person, "kata sandi panjang", _ => { }, Stop);
        await using var other = new TestHost { Plugins = ledger.Plugins, IsFirstStart = true };
        await other.InitializeAsync();

        var restored = await RestoreAsync(other, made, "kata sandi panjang");

        Assert.Equal(Person, Encoding.UTF8.GetString((await other.Services.GetRequiredService<PrivateFileStore>().Of(restored.Village, "desk").ReadAsync(file, Stop))!));
    }

    Task<RestoredBackup> RestoreAsync(TestHost target, BackupRecord made, string? passphrase) => target.Services.GetRequiredService<RestoreBackup>()
        .RunAsync(new(Path.Combine(ledger.Host.DataFolder, "backups", made.File), passphrase), _ => { }, Stop);

    async Task<string> KeepAsync(string content)
    {
        using var answer = await ledger.Host.Administrator.PostAsJsonAsync($"{LedgerHost.Village}/desk/scans", new { content = Encoding.UTF8.GetBytes(content) }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    async Task<string?> ReadAsync(string file, string village = LedgerHost.Village)
    {
        using var answer = await ledger.Host.Administrator.GetAsync($"{village}/desk/scans/{file}", Stop);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(Stop) : null;
    }

    async Task<bool> DropAsync(string file, int version) => (await ledger.Host.Administrator.DeleteAsync($"{LedgerHost.Village}/desk/scans/{file}?version={version}", Stop)).IsSuccessStatusCode;
}
