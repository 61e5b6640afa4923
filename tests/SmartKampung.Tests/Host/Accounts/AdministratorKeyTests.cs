using System.Net;
using SmartKampung.Host.Accounts;
using SmartKampung.Tests.Host.Villages;

namespace SmartKampung.Tests.Host.Accounts;

public sealed class AdministratorKeyTests
{
    static readonly Uri Closed = new("/api/villages/35.10.24.2008", UriKind.Relative);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_owner_of_the_process_can_read_the_key()
    {
        using var folder = new TemporaryFolder();
        await using var host = await VillageHost.StartAsync(folder.FullName);
        var path = AdministratorKey.PathIn(folder.FullName);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(43, (await File.ReadAllTextAsync(path, Stop)).Trim().Length);
    }

    [Fact]
    public async Task The_key_stays_the_same_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (await VillageHost.StartAsync(folder.FullName)) { }
        var key = await File.ReadAllTextAsync(AdministratorKey.PathIn(folder.FullName), Stop);
        await using (await VillageHost.StartAsync(folder.FullName)) { }
        Assert.Equal(key, await File.ReadAllTextAsync(AdministratorKey.PathIn(folder.FullName), Stop));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer wrong")]
    [InlineData("Basic YTpi")]
    public async Task Without_the_key_nothing_is_written(string? authorization)
    {
        await using var host = await VillageHost.StartAsync();
        using var answer = await DeleteAsync(host, authorization);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.False(host.Registry.FindByCode(VillageHost.Demo)!.IsClosed);
    }

    [Fact]
    public async Task With_the_key_it_is()
    {
        await using var host = await VillageHost.StartAsync();
        using var answer = await host.Administrator.DeleteAsync(Closed, Stop);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(host.Registry.FindByCode(VillageHost.Demo)!.IsClosed);
    }

    [Fact]
    public async Task Guessing_is_stopped_after_ten_wrong_keys_for_a_minute()
    {
        await using var host = await VillageHost.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await DeleteAsync(host, $"Bearer wrong{i}");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var stopped = await DeleteAsync(host, "Bearer wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.NotNull(stopped.Headers.RetryAfter);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await DeleteAsync(host, "Bearer wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, later.StatusCode);
    }

    static async Task<HttpResponseMessage> DeleteAsync(VillageHost host, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Closed);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await host.Stranger.SendAsync(request, Stop);
    }
}
