using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

public sealed class DiskWatchTests
{
    const long Ample = 10_000_000_000;

    readonly ObedientSpace disk = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_too_little_room_nothing_is_saved_reading_goes_on_and_saving_comes_back_by_itself()
    {
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<IDisk>(disk));
        Assert.Equal(HttpStatusCode.OK, (await SwitchAsync(host)).StatusCode);

        disk.Free = 1000;
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        using var refused = await SwitchAsync(host);
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Equal("The disk is full, nothing was saved", (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetAsync($"/{TestHost.DemoSlug}/berita", Stop)).StatusCode);
        Assert.Equal("short", await StateAsync(host));

        disk.Free = Ample;
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.OK, (await SwitchAsync(host)).StatusCode);
        Assert.Equal("ample", await StateAsync(host));
    }

    [Fact]
    public async Task A_file_is_not_saved_either()
    {
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<IDisk>(disk));
        disk.Free = 1000;
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var files = host.Services.GetRequiredService<FileStore>().For(Partition.Portal);

        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => files.SaveAsync(new MemoryStream([1]), "png", Stop));
        Assert.True(DiskRoom.IsCauseOf(refusal));
    }

    [Fact]
    public async Task A_folder_over_its_budget_is_told_and_goes_on_saving()
    {
        await using var host = await TestHost.StartAsync(services => services
            .AddSingleton<IDisk>(disk).Configure<DiskOptions>(options => options.Budget = 5_000));
        disk.Size = 5_001;
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("overBudget", await StateAsync(host));
        Assert.Equal(HttpStatusCode.OK, (await SwitchAsync(host)).StatusCode);
    }

    [Fact]
    public async Task Measuring_a_large_folder_takes_at_most_a_hundredth_of_the_time()
    {
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<IDisk>(disk));
        disk.WhileMeasuring = () => host.Clock.Advance(TimeSpan.FromSeconds(3));
        for (var minute = 0; minute < 12; minute++)
            for (var tick = 0; tick < 6; tick++)
                host.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.InRange(disk.Measurings, 2, 3);
    }

    [Fact]
    public void The_real_disk_tells_what_is_free_and_what_lies_in_a_folder()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("a", "b"));
        File.WriteAllBytes(folder.Combine("a", "b", "c"), new byte[1234]);
        File.WriteAllBytes(folder.Combine("d"), new byte[766]);

        Assert.Equal(2000, new Disk().SizeOf(folder.FullName));
        Assert.True(new Disk().FreeBytes(folder.FullName) > 0);
    }

    static Task<HttpResponseMessage> SwitchAsync(TestHost host) =>
        host.Administrator.SendAsync(new(HttpMethod.Put, $"/api/villages/{TestHost.DemoCode}/modules/news") { Headers = { { "Accept-Language", "en" } } }, Stop);

    static async Task<string?> StateAsync(TestHost host) =>
        (await host.Anonymous.GetFromJsonAsync<JsonElement>("/health/ready", Stop)).GetProperty("disk").GetProperty("state").GetString();

    sealed class ObedientSpace : IDisk
    {
        public long Free { get; set; } = Ample;

        public long Size { get; set; }

        public int Measurings { get; private set; }

        public Action WhileMeasuring { get; set; } = () => { };

        public long FreeBytes(string folder) => Free;

        public long SizeOf(string folder)
        {
            Measurings++;
            WhileMeasuring();
            return Size;
        }
    }
}
