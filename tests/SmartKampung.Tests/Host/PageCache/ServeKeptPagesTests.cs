using System.Net;
using Microsoft.AspNetCore.Http;

namespace SmartKampung.Tests.Host.PageCache;

/// <summary>Who is answered with a kept page, and with which.</summary>
public sealed class ServeKeptPagesTests
{
    [Fact]
    public async Task A_page_is_rendered_once_and_sent_to_many_until_it_is_a_minute_old()
    {
        await using var host = await CachedPageHost.StartAsync();
        var first = await host.GetAsync();

        host.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(first, await host.GetAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, await host.GetAsync());
        Assert.Equal(2, host.Renders);
    }

    [Theory]
    [InlineData("Cookie", "sesi=abc")]
    [InlineData("Cookie", "form=abc; sesi=abc")]
    [InlineData("Cookie", "pesan=guestbook:thanks")]
    [InlineData("Authorization", "Bearer abc")]
    public async Task Who_may_be_somebody_gets_no_kept_page_and_leaves_none(string header, string value)
    {
        await using var host = await CachedPageHost.StartAsync();
        await host.GetAsync(headers: (header, value));
        Assert.Equal(0, host.Store.Count);

        var kept = await host.GetAsync();
        Assert.NotEqual(kept, await host.GetAsync(headers: (header, value)));
        Assert.Equal(kept, await host.GetAsync());
    }

    [Fact]
    public async Task The_forms_own_cookie_makes_nobody_of_a_visitor()
    {
        await using var host = await CachedPageHost.StartAsync();
        Assert.Equal(await host.GetAsync(), await host.GetAsync(headers: ("Cookie", "form=abc")));
    }

    [Fact]
    public async Task Nothing_that_was_made_for_one_host_is_sent_to_another()
    {
        await using var host = await CachedPageHost.StartAsync();
        foreach (var name in (string[])["satu.desa.id", "dua.desa.id", "satu.desa.id:81"])
            Assert.EndsWith($": {name} ", await host.GetAsync(headers: ("Host", name)), StringComparison.Ordinal);
        Assert.Equal(3, host.Renders);
    }

    [Fact]
    public async Task The_village_and_the_portal_have_pages_of_their_own()
    {
        await using var host = await CachedPageHost.StartAsync();
        Assert.NotEqual(await host.GetAsync("/desa/hitung"), await host.GetAsync("/hitung"));
        Assert.NotEqual(await host.GetAsync("/desa/hitung"), await host.GetAsync("/desa/en/hitung"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br;q=0.1", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("gzip;q=0.000, br ; q=0.0", null)]
    [InlineData("brotli, gzipped", null)]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", null)]
    [InlineData("*, gzip", "gzip")]
    public async Task A_kept_page_is_compressed_as_it_is_asked_for(string accepted, string? encoding)
    {
        await using var host = await CachedPageHost.StartAsync();
        for (var time = 0; time < 2; time++)
        {
            using var answer = await host.SendAsync(HttpMethod.Get, headers: ("Accept-Encoding", accepted));
            Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
            Assert.StartsWith("1: ", await CachedPageHost.DecompressedAsync(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so_with_the_headers_of_the_page()
    {
        await using var host = await CachedPageHost.StartAsync();
        using var first = await host.SendAsync(HttpMethod.Get);
        var tag = first.Headers.ETag!.ToString();
        Assert.True(first.Headers.CacheControl!.NoCache);

        foreach (var known in (string[])[tag, "W/" + tag, $"\"other\", {tag}", "*"])
        {
            using var again = await host.SendAsync(HttpMethod.Get, headers: ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.True(again.Headers.Contains("Content-Security-Policy"));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(CachedPageHost.Stop));
        }

        using var other = await host.SendAsync(HttpMethod.Get, headers: ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var compressed = await host.SendAsync(HttpMethod.Get, headers: [("If-None-Match", tag), ("Accept-Encoding", "br")]);
        Assert.Equal(HttpStatusCode.OK, compressed.StatusCode);
    }

    [Fact]
    public async Task Conditions_do_not_reach_the_page_that_is_made_for_everybody()
    {
        await using var host = await CachedPageHost.StartAsync(context => Task.FromResult<IResult>(
            context.Request.Headers.IfNoneMatch.Count > 0 ? Results.StatusCode(304) : Results.Text("isi")));

        Assert.Equal("isi", await host.GetAsync(headers: ("If-None-Match", "\"old\"")));
    }

    [Fact]
    public async Task Head_is_answered_from_what_get_left_and_leaves_the_same()
    {
        await using var host = await CachedPageHost.StartAsync();
        using var head = await host.SendAsync(HttpMethod.Head);
        using var get = await host.SendAsync(HttpMethod.Get);
        using var again = await host.SendAsync(HttpMethod.Head);

        Assert.Equal(1, host.Renders);
        Assert.All([head, again], answer =>
        {
            Assert.Equal(get.Headers.ETag, answer.Headers.ETag);
            Assert.Equal(get.Content.Headers.ContentLength, answer.Content.Headers.ContentLength);
        });
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(CachedPageHost.Stop));
    }
}
