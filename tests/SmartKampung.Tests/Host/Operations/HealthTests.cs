using System.Net.Http.Json;
using System.Text.Json;

namespace SmartKampung.Tests.Host.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task A_host_that_is_well_says_so_and_tells_strangers_no_figures()
    {
        await using var host = await TestHost.StartAsync();
        var health = await ReadyAsync(host.Anonymous);

        Assert.Equal("ready", health.GetProperty("status").GetString());
        Assert.Equal("ample", health.GetProperty("disk").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, health.GetProperty("disk").GetProperty("bytes").ValueKind);
        Assert.Equal("live", (await host.Anonymous.GetFromJsonAsync<JsonElement>("/health/live")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_module_that_failed_is_named_to_all_and_why_to_administrators()
    {
        using var plugins = new TemporaryFolder();
        Directory.CreateDirectory(plugins.Combine("broken"));
        await using var host = await TestHost.StartAsync(plugins.FullName);

        var stranger = await ReadyAsync(host.Anonymous);
        Assert.Equal("degraded", stranger.GetProperty("status").GetString());
        Assert.Equal("Failed", Module(stranger).GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, Module(stranger).GetProperty("reason").ValueKind);
        Assert.Contains("module.json", Module(await ReadyAsync(host.Administrator)).GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_papers_is_missed_by_name_and_the_host_serves_without_it()
    {
        await using var host = await TestHost.StartAsync(null, "--Papers:Python=/tidak/ada/python3");

        Assert.Equal("degraded", (await ReadyAsync(host.Anonymous)).GetProperty("status").GetString());
        Assert.Contains("/tidak/ada/python3", (await ReadyAsync(host.Administrator)).GetProperty("papers").GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_village_is_counted_across_starts_until_its_file_is_whole_again()
    {
        using var data = new TemporaryFolder();
        await UsedFolder.OfNews.CopyToAsync(data.FullName);
        var file = Directory.GetFiles(data.Combine("villages"), "*.db").First(path => !path.EndsWith("-log.db", StringComparison.Ordinal));
        File.Move(file, file + ".damaged-20261123021500");
        File.Delete(file.Replace(".db", "-log.db", StringComparison.Ordinal));

        await using var host = await HostProcess.StartAsync(data.FullName);
        using var administrator = await host.AdministratorAsync();
        var villages = (await ReadyAsync(administrator)).GetProperty("villages");
        Assert.Equal(1, villages.GetProperty("damaged").GetInt32());
        Assert.Contains("set aside", villages.GetProperty("reasons").GetProperty(TestHost.DemoCode).GetString(), StringComparison.Ordinal);

        File.Move(file + ".damaged-20261123021500", file);
        Assert.Equal(0, (await ReadyAsync(administrator)).GetProperty("villages").GetProperty("damaged").GetInt32());
    }

    static JsonElement Module(JsonElement health) => health.GetProperty("modules").EnumerateArray().Single();

    static Task<JsonElement> ReadyAsync(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/health/ready", TestContext.Current.CancellationToken);
}
