using System.Net;
using System.Net.Http.Headers;

namespace SmartKampung.Tests.Host.Web;

public sealed class HostingCompositionTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_may_not_write_more_by_sending_some_authorization()
    {
        await using var host = await TestHost.StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++) statuses.Add(await SendAsync(host, HttpMethod.Post, "/desa", "Basic YTpi"));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..30]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task Guessing_keys_at_a_module_is_slowed_too()
    {
        await using var host = await TestHost.StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++) statuses.Add(await SendAsync(host, HttpMethod.Get, "/tamansari-licin/kelola/news", "Bearer wrong"));
        Assert.All(statuses[..10], status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    static async Task<HttpStatusCode> SendAsync(TestHost host, HttpMethod method, string path, string authorization)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = AuthenticationHeaderValue.Parse(authorization) } };
        using var answer = await host.Anonymous.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
