using System.Net;

namespace SmartKampung.Tests.Host.Storage;

public sealed class DataFolderTests
{
    [Fact]
    public async Task Second_host_on_the_same_folder_says_why_and_ends()
    {
        using var data = new TemporaryFolder();
        await UsedFolder.OfNews.CopyToAsync(data.FullName);
        await using var first = await HostProcess.StartAsync(data.FullName);
        await using var second = HostProcess.Launch(data.FullName);

        Assert.Equal(2, await second.ExitCodeAsync());
        Assert.Contains(data.FullName, second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Village_whose_file_is_damaged_shows_a_maintenance_page_and_the_others_run_on()
    {
        using var data = new TemporaryFolder();
        var file = await FileOfDemoVillageAsync(data);
        await DamageAsync(file);

        await using var host = await HostProcess.StartAsync(data.FullName);
        using var visitor = await host.AnonymousAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(visitor, $"/{TestHost.DemoSlug}/berita")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, "/kluncing")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, "/")).StatusCode);
    }

    static async Task<string> FileOfDemoVillageAsync(TemporaryFolder data)
    {
        await UsedFolder.OfNews.CopyToAsync(data.FullName);
        return Directory.GetFiles(data.Combine("villages"), "*.db").Single(file => !file.EndsWith("-log.db", StringComparison.Ordinal));
    }

    static async Task DamageAsync(string file)
    {
        await using var stream = File.OpenWrite(file);
        var garbage = new byte[stream.Length];
        new Random(3).NextBytes(garbage);
        await stream.WriteAsync(garbage);
    }

    static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
