using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Backups;
using SmartKampung.Host.Villages;

namespace SmartKampung.Tests.Host.Backups;

public sealed class ScheduledBackupsTests : IAsyncLifetime
{
    const string Demo = $"/api/villages/{TestHost.DemoCode}";

    readonly TemporaryFolder elsewhere = new();
    TestHost host = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    ScheduledBackups Schedule => host.Services.GetRequiredService<ScheduledBackups>();

    BackupRecords Records => host.Services.GetRequiredService<BackupRecords>();

    VillageEntry Village => host.Services.GetRequiredService<VillageRegistry>().FindByCode(TestHost.DemoCode)!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(null, $"--Backups:Folder={elsewhere.FullName}");

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task Each_night_backs_up_the_villages_that_changed_and_no_other()
    {
        await NightAsync("2026-11-24T20:00Z");
        Assert.Empty(await Records.OfAsync(Village.Id, Stop));

        await NightAsync("2026-11-25T18:59Z");
        Assert.Empty(await Records.OfAsync(Village.Id, Stop));
        await NightAsync("2026-11-25T19:01Z");
        Assert.Equal((BackupCause.Schedule, true), Assert.Single(await Records.OfAsync(Village.Id, Stop)) is var made ? (made.Cause, made.IsVerified) : default);
        Assert.Single(await Records.LatestAsync(Stop));

        await NightAsync("2026-11-26T19:01Z");
        Assert.Single(await Records.OfAsync(Village.Id, Stop));
        (await host.Administrator.PutAsJsonAsync($"{Demo}/settings/news", new { articlesPerPage = 9 }, Stop)).EnsureSuccessStatusCode();
        await NightAsync("2026-11-27T19:01Z");
        Assert.Equal(2, (await Records.OfAsync(Village.Id, Stop)).Count);
        (await host.Administrator.PostAsJsonAsync($"{Demo}/news/articles", new { title = "Baru", body = "<p>Isi</p>" }, Stop)).EnsureSuccessStatusCode();
        await NightAsync("2026-11-30T01:00Z");
        Assert.Equal(3, (await Records.OfAsync(Village.Id, Stop)).Count);
    }

    [Fact]
    public async Task Folder_that_is_missing_is_an_alarm_until_it_is_back()
    {
        await NightAsync("2026-11-24T20:00Z");
        Directory.Delete(elsewhere.FullName, recursive: true);

        await NightAsync("2026-11-25T20:00Z");
        var alarmed = await host.Administrator.GetFromJsonAsync<JsonElement>("/health/ready", Stop);
        Assert.Equal("degraded", alarmed.GetProperty("status").GetString());
        Assert.Contains(elsewhere.FullName, alarmed.GetProperty("backups").GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
        Assert.False((await host.Anonymous.GetFromJsonAsync<JsonElement>("/health/ready", Stop)).GetProperty("backups").TryGetProperty("reasons", out var told) && told.ValueKind == JsonValueKind.Array);

        Directory.CreateDirectory(elsewhere.FullName);
        await Schedule.RunDueAsync(Stop);
        Assert.Single(await Records.OfAsync(Village.Id, Stop));
        Assert.Equal("ready", (await host.Administrator.GetFromJsonAsync<JsonElement>("/health/ready", Stop)).GetProperty("status").GetString());
    }

    [Fact]
    public void Last_of_each_day_week_and_month_are_kept_and_the_newest_whole_one_in_any_case()
    {
        var options = Options.Create(new BackupOptions());
        var retention = new Retention(options, Records, host.Services.GetRequiredService<BackupFolder>(), host.Clock);
        var now = host.Clock.GetUtcNow();
        BackupRecord[] years = [.. Enumerable.Range(0, 800).Select(day => Made(now.AddDays(-day)))];

        var surplus = retention.Surplus(years, Village.TimeZone);
        var kept = years.Except(surplus).ToList();
        Assert.Equal(years[..7], kept[..7]);
        Assert.Equal(12, kept.Select(made => (made.MadeAt.Year, made.MadeAt.Month)).Distinct().Count());
        Assert.InRange(kept.Count, 7 + 2 + 10, 7 + 4 + 12);
        Assert.Empty(retention.Surplus(kept, Village.TimeZone));

        Assert.Empty(retention.Surplus([Made(now, isWhole: false), Made(now.AddDays(-700))], Village.TimeZone));
        Assert.Single(retention.Surplus([Made(now.AddDays(-40), isWhole: false), Made(now.AddDays(-700))], Village.TimeZone));
    }

    [Fact]
    public async Task What_is_surplus_goes_from_the_folder_and_the_list()
    {
        var backups = host.Services.GetRequiredService<MakeBackup>();
        var old = await backups.RunAsync(Village, BackupCause.Schedule, null, _ => { }, Stop);
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(1));
        var made = await backups.RunAsync(Village, BackupCause.Schedule, null, _ => { }, Stop);

        await host.Services.GetRequiredService<Retention>().RunAsync(Village.Id, Village.TimeZone, Stop);

        Assert.Equal(made.Id, Assert.Single(await Records.OfAsync(Village.Id, Stop)).Id);
        Assert.Equal(made.File, Path.GetFileName(Assert.Single(Directory.GetFiles(elsewhere.FullName))));
        Assert.NotNull(await Records.FindAsync(Village.Id, old.Hash, Stop));
    }

    [Fact]
    public async Task Two_at_once_in_a_village_are_one_too_many()
    {
        var work = host.Services.GetRequiredService<BackupWork>();
        var gate = new TaskCompletionSource();
        Assert.True(work.TryStart(Village.Id, WorkKind.Backup, (_, _) => gate.Task));

        using var refused = await host.Administrator.PostAsync($"{Demo}/backups", null, Stop);
        gate.SetResult();
        await work.Of(Village.Id)!.Ended;
        using var accepted = await host.Administrator.PostAsync($"{Demo}/backups", null, Stop);
        await work.Of(Village.Id)!.Ended;

        Assert.Equal((409, 202), ((int)refused.StatusCode, (int)accepted.StatusCode));
    }

    static BackupRecord Made(DateTimeOffset at, bool isWhole = true) =>
        new() { Village = Guid.Empty, MadeAt = at, Cause = BackupCause.Schedule, File = "x", IsVerified = isWhole };

    async Task NightAsync(string moment)
    {
        host.Clock.AdjustTime(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        await Schedule.RunDueAsync(Stop);
    }
}
