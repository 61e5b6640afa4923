using System.Net;
using SmartKampung.Tests.Plugins.News;

namespace SmartKampung.Tests.Host.Web;

public sealed class RateLimitTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Stranger_who_writes_too_often_is_told_to_wait()
    {
        var answers = new List<HttpStatusCode>();
        for (var request = 0; request < 40; request++)
        {
            using var answer = await host.Anonymous.SendAsync(HttpMethod.Post, "/api/villages", new { });
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        await host.PageAsync("/");
    }
}
