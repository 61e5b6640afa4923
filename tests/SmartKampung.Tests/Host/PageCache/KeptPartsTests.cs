using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.PageCache;

/// <summary>When a part of a page is used again, and when it is made anew.</summary>
public sealed class KeptPartsTests
{
    const string Page = "/desa/bagian";

    static readonly PageTag Articles = new(Partition.OfVillage(Pages.PagesHost.Village.Id), "news", "Article");

    [Fact]
    public async Task A_part_is_made_once_for_all_addresses_of_its_page()
    {
        await using var host = await StartAsync();
        foreach (var query in (string[])["", "?a", "?b=1", "?halaman=2", "?halaman=3"]) Assert.Equal("bagian 1", await host.GetAsync(Page + query));
    }

    [Fact]
    public async Task A_change_makes_the_part_anew_and_every_page_that_was_made_of_it()
    {
        await using var host = await StartAsync();
        foreach (var query in (string[])["", "?halaman=2", "?a"]) await host.GetAsync(Page + query);
        host.Store.Evict(Articles with { Type = "Comment" });
        Assert.Equal("bagian 1", await host.GetAsync(Page + "?b"));

        host.Store.Evict(Articles);

        foreach (var query in (string[])["", "?halaman=2", "?a"]) Assert.Equal("bagian 2", await host.GetAsync(Page + query));
    }

    [Theory]
    [InlineData("village")]
    [InlineData("all")]
    [InlineData("minute")]
    public async Task So_does_a_change_of_the_village_one_of_everything_and_the_end_of_the_minute(string change)
    {
        await using var host = await StartAsync();
        await host.GetAsync(Page + "?a");

        if (change == "minute") host.Clock.Advance(TimeSpan.FromMinutes(1));
        else if (change == "all") host.Store.EvictAll();
        else host.Store.Evict(new PageTag(Articles.Partition));

        Assert.Equal("bagian 2", await host.GetAsync(Page + "?a"));
    }

    [Fact]
    public async Task A_part_whose_documents_change_while_it_is_made_is_not_kept()
    {
        CachedPageHost host = null!;
        await using var started = host = await StartAsync((_, count) =>
        {
            if (count == 1) host.Store.Evict(Articles);
            return Task.CompletedTask;
        });

        Assert.Equal("bagian 1", await host.GetAsync(Page + "?a"));
        Assert.Equal("bagian 2", await host.GetAsync(Page + "?a"));
        Assert.Equal("bagian 2", await host.GetAsync(Page + "?a"));
    }

    [Fact]
    public async Task Other_hosts_languages_and_villages_have_parts_of_their_own()
    {
        await using var host = await StartAsync();
        Assert.Equal("bagian 1", await host.GetAsync(Page + "?a"));
        Assert.Equal("bagian 2", await host.GetAsync(Page + "?a", ("Host", "desa.example")));
        Assert.Equal("bagian 3", await host.GetAsync("/desa/en/bagian?a"));
        Assert.Equal("bagian 4", await host.GetAsync("/bagian?a"));
        Assert.Equal("bagian 1", await host.GetAsync(Page + "?a"));
    }

    [Theory]
    [InlineData("Cookie", "masuk=1")]
    [InlineData("Authorization", "Bearer x")]
    public async Task Who_might_see_another_part_gets_one_that_is_made_for_them(string header, string value)
    {
        await using var host = await StartAsync();
        await host.GetAsync(Page + "?a");
        Assert.Equal("bagian 2", await host.GetAsync(Page + "?a", (header, value)));
        Assert.Equal("bagian 1", await host.GetAsync(Page + "?a"));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("cookie")]
    [InlineData("query")]
    [InlineData("forbidden")]
    public async Task A_part_for_one_visitor_is_not_kept(string what)
    {
        await using var host = await StartAsync((context, _) =>
        {
            if (what == "token") context.RequestServices.GetRequiredService<SmartKampung.Host.Pages.PageRequests>().Of(context, "guestbook").AntiforgeryField();
            if (what == "cookie") context.Response.Cookies.Append("siapa", "1");
            if (what == "query") Assert.Equal("1", context.Request.Query["a"]);
            if (what == "forbidden") PageRender.Of(context)!.Forbid();
            return Task.CompletedTask;
        });
        for (var count = 1; count < 4; count++) Assert.Equal($"bagian {count}", await host.GetAsync(Page + "?a=1"));
        if (what is "query") return;
        for (var count = 4; count < 6; count++) Assert.Equal($"bagian {count}", await host.GetAsync(Page));
    }

    [Fact]
    public async Task A_part_that_fails_is_tried_again()
    {
        await using var host = await StartAsync((_, count) => count == 1 ? throw new InvalidOperationException() : Task.CompletedTask);
        using (var failed = await host.SendAsync(HttpMethod.Get, Page + "?a")) Assert.Equal(500, (int)failed.StatusCode);
        Assert.Equal("bagian 2", await host.GetAsync(Page + "?a"));
        Assert.Equal("bagian 2", await host.GetAsync(Page + "?a"));
    }

    /// <param name="making">What the part does while it is made, with how often it was.</param>
    static Task<CachedPageHost> StartAsync(Func<HttpContext, int, Task>? making = null)
    {
        var count = 0;
        async Task<IResult> ShowAsync(HttpContext context, KeptParts parts) =>
            Results.Text(await parts.FindAsync(context, "bagian", text => text.Length, async () =>
            {
                var made = ++count;
                PageRender.Of(context)?.Read(Articles);
                if (making is not null) await making(context, made);
                return $"bagian {made}";
            }));
        return CachedPageHost.StartAsync(map: routes => routes.MapGet("/bagian", ShowAsync).CachePage("halaman"));
    }
}
