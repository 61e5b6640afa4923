using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;
using SmartKampung.Tests.Host.Storage;

namespace SmartKampung.Tests.Host.Backups;

/// <summary>A thief has the data folder, or a backup, without the keys.</summary>
public sealed class StolenBackupTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    VillageEntry Village => host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!;

    [Fact]
    public async Task Stolen_installation_or_backup_tells_nothing_of_people_and_is_restored_only_where_its_key_is()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Operator, name: "Rahmawatiningsih Kusumowardhani");
        var message = await SendAsync("rahma.kusumo@contoh.id");
        var made = await host.Services.GetRequiredService<MakeBackup>().RunAsync(Village, BackupCause.Person, null, _ => { }, Stop);
        var file = Path.Combine(host.DataFolder, "backups", made.File);
        using var unpacked = new TemporaryFolder();
        await ZipFile.ExtractToDirectoryAsync(file, unpacked.FullName, Stop);
        string[] personal = [staff.Account.Name, staff.Account.Login, message.To];

        Assert.Empty(Theft.Find(unpacked.FullName, personal));
        Assert.Empty(Theft.Find(host.DataFolder, personal));

        await using var other = new TestHost { IsFirstStart = true };
        await other.InitializeAsync();
        var refusal = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(other, file));
        Assert.Contains("personal.key", refusal.Message, StringComparison.Ordinal);
        await RestoreAsync(host, file);
        Assert.Equal(message.To, (await host.Services.GetRequiredService<Messages>().OpenSession(Village.Id).LoadAsync<Message>(message.Id, Stop))!.To);
    }

    static Task<RestoredBackup> RestoreAsync(TestHost target, string file) => target.Services.GetRequiredService<RestoreBackup>().RunAsync(new(file, null), _ => { }, Stop);

    async Task<Message> SendAsync(string to)
    {
        var message = new Message { Module = "x", Channel = NotificationChannel.Email, To = to, Subject = "s", Text = "t", State = NotificationState.Failed, WrittenAt = host.Clock.GetUtcNow() };
        var session = host.Services.GetRequiredService<Messages>().OpenSession(Village.Id);
        session.Store(message);
        await session.SaveChangesAsync(Stop);
        return message;
    }
}
