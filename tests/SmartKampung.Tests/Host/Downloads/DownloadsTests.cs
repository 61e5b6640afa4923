using System.Net;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Downloads;
using SmartKampung.Tests.Plugins.News.Import;

namespace SmartKampung.Tests.Host.Downloads;

public sealed class DownloadsTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://8.8.8.8:22/")]
    [InlineData("http://siapa@8.8.8.8/")]
    [InlineData("ftp://8.8.8.8/foto.jpg")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_no_public_place_is_refused(string address) => Assert.Equal(DownloadProblem.NotPublic, await ProblemAsync(address, allowPrivate: false));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Addresses_are_known_by_their_networks(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task Redirects_are_followed_a_few_times_and_out_of_the_web_never()
    {
        using var site = OldSite.Start();
        site.Files["/ada"] = [1, 2, 3];
        (site.Redirects["/pindah"], site.Redirects["/keluar"], site.Redirects["/putar"]) = ("/ada", "file:///etc/passwd", "/putar");
        using var downloads = Of(allowPrivate: true);

        await using var content = await downloads.FetchAsync(new Uri(site.Address + "/pindah"), 3, Stop);

        Assert.Equal(3, content.Length);
        Assert.Equal(DownloadProblem.NotPublic, await ProblemAsync(site.Address + "/keluar"));
        Assert.Equal(DownloadProblem.NotThere, await ProblemAsync(site.Address + "/putar"));
        Assert.Equal(DownloadProblem.NotThere, await ProblemAsync(site.Address + "/tidak-ada"));
        Assert.Equal(DownloadProblem.TooLarge, await ProblemAsync(site.Address + "/ada", limit: 2));
        Assert.Equal(DownloadProblem.Unreachable, await ProblemAsync("http://127.0.0.1:1/"));
    }

    static SmartKampung.Host.Downloads.Downloads Of(bool allowPrivate) => new(Options.Create(new DownloadOptions { AllowPrivate = allowPrivate }));

    static async Task<DownloadProblem> ProblemAsync(string address, bool allowPrivate = true, int limit = 100)
    {
        using var downloads = Of(allowPrivate);
        return (await Assert.ThrowsAsync<DownloadException>(() => downloads.FetchAsync(new Uri(address), limit, Stop))).Problem;
    }
}
