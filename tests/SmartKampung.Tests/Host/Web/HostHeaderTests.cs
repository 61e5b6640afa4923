using System.Net;

namespace SmartKampung.Tests.Host.Web;

public sealed class HostHeaderTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a..b")]
    [InlineData("xn--")]
    [InlineData("desa.id:99999")]
    public async Task Host_that_is_no_address_is_a_bad_request(string name)
    {
        foreach (var path in new[] { "/", "/sitemap.xml", "/tamansari-licin", "/tamansari-licin/rss.xml", "/entah" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Host", name);
            using var answer = await host.Anonymous.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }
}
