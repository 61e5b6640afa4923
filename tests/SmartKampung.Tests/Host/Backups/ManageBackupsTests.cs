using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Background;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Backups;

public sealed class ManageBackupsTests(TestHost host) : IClassFixture<TestHost>
{
    const string Backups = $"/{TestHost.DemoSlug}/kelola/cadangan";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    VillageEntry Village => host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!;

    [Fact]
    public async Task Backup_that_was_made_here_is_downloaded_brought_back_and_restored()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        // What the demo's articles told the portal is ticked off in the village's file: a change like any other.
        await host.Services.GetRequiredService<OutboxDelivery>().CatchUpAsync();
        var before = await MadeAsync();
        await staff.SubmitAsync(Backups, Backups, HttpStatusCode.SeeOther);
        await WorkDoneAsync();
        // The clock stands still: which backup is the newest is not told by its time.
        var made = Assert.Single(await MadeAsync(), one => before.All(other => other.Id != one.Id));
        var list = await staff.OpenAsync(Backups);
        Assert.Contains("Utuh", list.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        using var download = await staff.PostAsync(Backups, $"{Backups}/{made.Id}/unduh");
        Assert.Equal(("attachment", "no-store", "nosniff"),
            (download.Content.Headers.ContentDisposition!.DispositionType, download.Headers.CacheControl!.ToString(), download.Headers.GetValues("X-Content-Type-Options").Single()));
        var content = await download.Content.ReadAsByteArrayAsync(Stop);
        File.Delete(Path.Combine(host.DataFolder, "backups", made.File));
        Assert.Contains("Berkas tidak ada", (await staff.OpenAsync(Backups)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        using var back = await UploadAsync(staff, content);
        Assert.Equal($"{Backups}/{made.Id}/pulihkan", back.Headers.Location!.ToString());
        Assert.NotNull((await staff.OpenAsync($"{Backups}/{made.Id}/pulihkan")).QuerySelector(".notice.info"));
        (await host.Administrator.PutAsync($"/api/villages/{TestHost.DemoCode}/templates/host/village-facts", new StringContent("<p>lain</p>"), Stop)).EnsureSuccessStatusCode();
        Assert.NotNull((await staff.OpenAsync($"{Backups}/{made.Id}/pulihkan")).QuerySelector(".notice.warn"));
        await staff.SubmitAsync($"{Backups}/{made.Id}/pulihkan", $"{Backups}/{made.Id}/pulihkan", HttpStatusCode.UnprocessableEntity, ("village", "Desa Lain"));
        await staff.SubmitAsync($"{Backups}/{made.Id}/pulihkan", $"{Backups}/{made.Id}/pulihkan", HttpStatusCode.SeeOther, ("village", "tamansari"));
        await WorkDoneAsync();

        Assert.Null(host.Services.GetRequiredService<BackupWork>().Of(Village.Id)!.Failure);
        Assert.Contains(await host.Services.GetRequiredService<BackupRecords>().OfAsync(Village.Id, Stop), kept => kept.Cause == BackupCause.BeforeRestore);
    }

    [Fact]
    public async Task File_that_was_not_made_here_is_refused_however_large()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);

        using var refused = await UploadAsync(staff, new byte[40 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("perintah restore", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passphrase_that_is_typed_twice_seals_this_one_backup_and_restoring_asks_for_it()
    {
        using var staff = await StaffBrowser.SignInAsync(host, Roles.Administrator);
        var differing = await staff.SubmitAsync(Backups, Backups, HttpStatusCode.UnprocessableEntity, ("passphrase", "rahasia sekali"), ("passphrase_again", "rahasia sekal"));
        Assert.NotNull(differing.GetElementById("f-passphrase_again-error"));
        await staff.SubmitAsync(Backups, Backups, HttpStatusCode.UnprocessableEntity, ("passphrase", "pendek"), ("passphrase_again", "pendek"));
        await staff.SubmitAsync(Backups, Backups, HttpStatusCode.SeeOther, ("passphrase", "rahasia sekali"), ("passphrase_again", "rahasia sekali"));
        await WorkDoneAsync();

        var made = Assert.Single(await MadeAsync(), one => one.HasOwnPassphrase);
        Assert.True(made is { IsSealed: true, IsVerified: true });
        Assert.DoesNotContain("rahasia sekali", System.Text.Json.JsonSerializer.Serialize(made), StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia sekali", differing.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.True(BackupReader.IsOpenedBy(Path.Combine(host.DataFolder, "backups", made.File), "rahasia sekali"));
        var page = $"{Backups}/{made.Id}/pulihkan";
        var missing = await staff.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("village", "Tamansari"));
        var wrong = await staff.SubmitAsync(page, page, HttpStatusCode.UnprocessableEntity, ("village", "Tamansari"), ("passphrase", "salah"));
        Assert.Contains("frasa sandi", missing.QuerySelector("[role=alert]")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("tidak cocok", wrong.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditor_sees_the_list_and_gets_no_file()
    {
        var made = await host.Services.GetRequiredService<MakeBackup>().RunAsync(Village, BackupCause.Person, null, _ => { }, Stop);
        using var auditor = await StaffBrowser.SignInAsync(host, Roles.Auditor, Scope.Regency);

        var list = await auditor.OpenAsync(Backups);

        Assert.NotNull(list.QuerySelector("tbody tr"));
        Assert.Empty(list.QuerySelectorAll("main form"));
        using var content = new StringContent("");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Client.PostAsync(new Uri($"{Backups}/{made.Id}/unduh", UriKind.Relative), content, Stop)).StatusCode);
    }

    Task<IReadOnlyList<BackupRecord>> MadeAsync() => host.Services.GetRequiredService<BackupRecords>().OfAsync(Village.Id, Stop);

    async Task WorkDoneAsync() => await host.Services.GetRequiredService<BackupWork>().Of(Village.Id)!.Ended.WaitAsync(TimeSpan.FromMinutes(1), Stop);

    static async Task<HttpResponseMessage> UploadAsync(StaffBrowser staff, byte[] file)
    {
        var token = (await staff.OpenAsync(Backups)).QuerySelector("form[enctype] input[type=hidden]")!;
        using var form = new MultipartFormDataContent { { new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")! }, { new ByteArrayContent(file), "file", "cadangan.zip" } };
        return await staff.Client.PostAsync(new Uri($"{Backups}/unggah", UriKind.Relative), form, Stop);
    }
}
