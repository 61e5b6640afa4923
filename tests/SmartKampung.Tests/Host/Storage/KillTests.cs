using System.Globalization;
using System.Net;

namespace SmartKampung.Tests.Host.Storage;

[LongCounts]
public sealed class KillTests
{
    const int Writers = 16;
    static readonly string[] Villages = [TestHost.DemoCode, "35.10.24.2007", "35.10.24.2006", "35.10.15.1002"];

    static int Kills => int.Parse(Environment.GetEnvironmentVariable("SMARTKAMPUNG_TEST_KILLS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_acknowledged_article_is_there_after_the_host_was_killed()
    {
        using var data = new TemporaryFolder();
        var written = new AcknowledgedArticles();
        await SwitchNewsOnAsync(data.FullName);

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var host = await HostProcess.StartAsync(data.FullName);
            await written.WriteUntilKilledAsync(host, Writers, Villages);
            await using var next = await HostProcess.StartAsync(data.FullName);
            Assert.Empty(await written.MissingAsync(next));
            await Damage.ExpectNoneAsync(next, data.FullName);
        }

        LongCountsAttribute.Tell($"{Kills} kills under {Writers} writers: {written.Count} acknowledged articles, none missing, nothing damaged");
        Assert.True(written.Count > Kills * Writers);
    }

    static async Task SwitchNewsOnAsync(string data)
    {
        await UsedFolder.OfNews.CopyToAsync(data);
        await using var host = await HostProcess.StartAsync(data);
        using var administrator = await host.AdministratorAsync();
        foreach (var village in Villages)
        {
            using var answer = await administrator.PutAsync(new Uri($"/api/villages/{village}/modules/news", UriKind.Relative), null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
