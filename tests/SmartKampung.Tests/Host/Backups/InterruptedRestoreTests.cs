using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Win32.SafeHandles;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Backups;

/// <summary>A restore that ends in the middle leaves the village as it was, or as it is to be.</summary>
[LongCounts]
public sealed class InterruptedRestoreTests
{
    const string Demo = $"/api/villages/{TestHost.DemoCode}";

    static int Kills => Math.Min(10, int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_KILLS") ?? "1", CultureInfo.InvariantCulture));

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disk_that_fails_before_the_decision_changes_nothing_and_one_that_fails_after_it_only_delays()
    {
        var disk = new FailingSync();
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<IDiskSync>(disk));
        var village = host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!;
        var made = await host.Services.GetRequiredService<MakeBackup>().RunAsync(village, BackupCause.Person, null, _ => { }, Stop);
        var file = Path.Combine(host.DataFolder, "backups", made.File);
        var before = await SettingsOfAsync(host.Administrator);
        (await host.Administrator.PutAsJsonAsync($"{Demo}/settings/news", new { articlesPerPage = 9 }, Stop)).EnsureSuccessStatusCode();
        var restores = host.Services.GetRequiredService<RestoreBackup>();

        disk.FailsAt = path => path.Contains("restores", StringComparison.Ordinal) && path.EndsWith("plan.json.new", StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => restores.RunAsync(new(file, null), _ => { }, Stop));
        disk.FailsAt = _ => false;
        await host.Services.GetRequiredService<FinishRestores>().StartAsync(Stop);
        Assert.NotEqual(before, await SettingsOfAsync(host.Administrator));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(host.DataFolder, "restores")));

        disk.FailsAt = path => path.EndsWith("villages", StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => restores.RunAsync(new(file, null), _ => { }, Stop));
        Assert.NotEqual(before, await SettingsOfAsync(host.Administrator));
        disk.FailsAt = _ => false;
        await host.Services.GetRequiredService<FinishRestores>().StartAsync(Stop);
        Assert.Equal(before, await SettingsOfAsync(host.Administrator));
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync($"/{TestHost.DemoSlug}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Host_that_is_killed_in_the_middle_comes_back_with_the_old_state_or_the_new()
    {
        using var data = new TemporaryFolder();
        var random = new Random(5);
        string file, old;
        await using (var first = await HostProcess.StartAsync(data.FullName))
        {
            using var administrator = await first.AdministratorAsync();
            old = await StateOfAsync(administrator);
            file = await BackUpAsync(administrator, data.FullName);
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(data.FullName);
            using var administrator = await host.AdministratorAsync();
            await ChangeAsync(administrator, kill);
            var present = await StateOfAsync(administrator);
            var restoring = RestoreAsync(administrator, file);
            await Task.WhenAny(restoring, Task.Delay(random.Next(100, 2500), Stop));
            await host.KillAsync();
            await using var next = await HostProcess.StartAsync(data.FullName);
            using var again = await next.AdministratorAsync();

            Assert.Contains(await StateOfAsync(again), new[] { old, present });
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(data.FullName, "restores")));
        }
    }

    static async Task ChangeAsync(HttpClient administrator, int number)
    {
        (await administrator.PostAsJsonAsync($"{Demo}/news/articles", new { title = $"Sesudahnya {number}", body = "<p>Isi</p>" }, Stop)).EnsureSuccessStatusCode();
        (await administrator.PutAsJsonAsync($"{Demo}/settings/news", new { articlesPerPage = 9 + number }, Stop)).EnsureSuccessStatusCode();
    }

    static async Task<string> StateOfAsync(HttpClient administrator) =>
        (await administrator.GetFromJsonAsync<JsonElement>($"{Demo}/news/articles", Stop)).GetProperty("total") + await SettingsOfAsync(administrator);

    static async Task<string> SettingsOfAsync(HttpClient administrator) =>
        (await administrator.GetFromJsonAsync<JsonElement>($"{Demo}/settings/news", Stop)).GetProperty("settings").GetRawText();

    static async Task<string> BackUpAsync(HttpClient administrator, string data)
    {
        (await administrator.PostAsync($"{Demo}/backups", null, Stop)).EnsureSuccessStatusCode();
        await Until.IsSoAsync(async () => (await administrator.GetFromJsonAsync<JsonElement>($"{Demo}/backups/work", Stop)).GetProperty("done").GetBoolean());
        var made = (await administrator.GetFromJsonAsync<JsonElement>($"{Demo}/backups", Stop))[0];
        return Path.Combine(data, "backups", made.GetProperty("file").GetString()!);
    }

    static async Task RestoreAsync(HttpClient administrator, string file)
    {
        try
        {
            await using var content = File.OpenRead(file);
            using var body = new StreamContent(content);
            using var answer = await administrator.PostAsync("/api/backups/restore", body, Stop);
        }
        catch (HttpRequestException)
        {
            // The host was killed while it answered.
        }
    }
}

/// <summary>A disk that fails at chosen places.</summary>
sealed class FailingSync : IDiskSync
{
    readonly DiskSync disk = new();

    public Func<string, bool> FailsAt { get; set; } = _ => false;

    public void SyncFile(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows()) Fail(File.ResolveLinkTarget($"/proc/self/fd/{file.DangerousGetHandle()}", false)?.FullName ?? "");
        disk.SyncFile(file);
    }

    public void SyncFolder(string folder)
    {
        Fail(folder);
        disk.SyncFolder(folder);
    }

    void Fail(string path)
    {
        if (FailsAt(path)) throw new IOException("The disk failed.");
    }
}
