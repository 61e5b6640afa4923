namespace SmartKampung.Tests.Host.Web;

public sealed class HeadRequestsTests(TestHost host) : IClassFixture<TestHost>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/desa")]
    [InlineData("/cari?cari=licin")]
    [InlineData("/health/live")]
    [InlineData("/api/villages")]
    [InlineData("/tamansari-licin")]
    [InlineData("/tamansari-licin/en/berita")]
    [InlineData("/tamansari-licin/rss.xml")]
    [InlineData("/tamansari-licin/agenda.ics")]
    [InlineData("/tamansari-licin/qr.svg")]
    [InlineData("/tamansari-licin/entah")]
    [InlineData("/tamansari-licin/kelola/news")]
    [InlineData("/api/villages/35.10.24.2008/news/articles")]
    public async Task Head_is_answered_like_get_without_a_body(string path)
    {
        using var whole = await host.Anonymous.GetAsync(new Uri(path, UriKind.Relative), Stop);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await host.Anonymous.SendAsync(request, Stop);
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }
}
