using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SmartKampung.Host.PageCache;
using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.PageCache;

/// <summary>Which pages are kept, and how they are made when many want them.</summary>
public sealed class MakeKeptPagesTests
{
    static readonly PageTag Articles = new(Partition.OfVillage(Pages.PagesHost.Village.Id), "news", "Article");

    [Fact]
    public async Task Fifty_who_wait_for_a_page_get_it_from_one_render()
    {
        var gate = new TaskCompletionSource();
        await using var host = await CachedPageHost.StartAsync(async _ =>
        {
            await gate.Task;
            return Results.Text("isi");
        });

        var waiting = Enumerable.Range(0, 50).Select(_ => host.GetAsync()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), page => Assert.Equal("isi", page));
        Assert.Equal(1, host.Renders);
    }

    [Fact]
    public async Task A_page_whose_documents_change_while_it_is_made_is_not_kept()
    {
        var (reading, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await CachedPageHost.StartAsync(async context =>
        {
            PageRender.Of(context)!.Read(Articles);
            reading.TrySetResult();
            await gate.Task;
            return Results.Text("isi");
        });

        var before = host.GetAsync();
        await reading.Task;
        host.Store.Evict(Articles);
        gate.SetResult();

        Assert.Equal("isi", await before);
        Assert.Equal(0, host.Store.Count);
        await host.GetAsync();
        Assert.Equal(2, host.Renders);
        Assert.Equal(1, host.Store.Count);
    }

    [Fact]
    public async Task Who_asks_after_a_change_does_not_wait_for_a_page_from_before_it()
    {
        var (reading, gate, value) = (new TaskCompletionSource(), new TaskCompletionSource(), "lama");
        await using var host = await CachedPageHost.StartAsync(async context =>
        {
            PageRender.Of(context)?.Read(Articles);
            var read = value;
            reading.TrySetResult();
            await gate.Task;
            return Results.Text(read);
        });

        var before = host.GetAsync();
        await reading.Task;
        value = "baru";
        host.Store.Evict(Articles);
        var after = host.GetAsync();
        gate.SetResult();

        Assert.Equal("lama", await before);
        Assert.Equal("baru", await after);
        Assert.Equal("baru", await host.GetAsync());
    }

    [Fact]
    public async Task What_a_request_knew_of_its_village_before_a_change_is_not_kept()
    {
        await using var host = await CachedPageHost.StartAsync();
        var seen = host.Store.Moment;
        host.Store.Evict(new PageTag(Partition.OfVillage(Pages.PagesHost.Village.Id)));

        Assert.Null(host.Store.Join(new PageKey("http", "desa", "/", "", ""), seen));
        Assert.NotNull(host.Store.Join(new PageKey("http", "desa", "/", "", ""), host.Store.Moment));
    }

    [Fact]
    public async Task Evicting_drops_the_pages_made_from_it_and_no_others()
    {
        await using var host = await CachedPageHost.StartAsync(
            context =>
            {
                PageRender.Of(context)!.Read(Articles);
                return Task.FromResult(Results.Text("isi"));
            },
            map: routes => routes.MapGet("/lain", () => Results.Text("lain")).CachePage());
        await host.GetAsync();
        await host.GetAsync("/desa/lain");
        await host.GetAsync("/lain");

        host.Store.Evict(Articles with { Owner = "letters" });
        Assert.Equal(3, host.Store.Count);
        host.Store.Evict(Articles);
        Assert.Equal(2, host.Store.Count);
        host.Store.Evict(new PageTag(Articles.Partition));
        Assert.Equal(1, host.Store.Count);
        host.Store.EvictAll();
        Assert.Equal(0, host.Store.Count);
        Assert.Equal(0, host.Store.Bytes);
    }

    [Fact]
    public async Task A_page_that_asks_for_a_forms_token_is_never_kept()
    {
        await using var host = await CachedPageHost.StartAsync(_ => Task.FromResult<IResult>(Page.View("form", null, Form.Empty<Entry>())));
        var first = await host.GetAsync();
        Assert.Contains("name=\"_form\"", first, StringComparison.Ordinal);
        Assert.NotEqual(first, await host.GetAsync());
        using var answer = await host.SendAsync(HttpMethod.Get);

        Assert.True(answer.Headers.CacheControl is { NoStore: true });
        Assert.Null(answer.Headers.ETag);
        Assert.Equal(3, host.Renders);
        Assert.Equal(0, host.Store.Count);
    }

    [Theory]
    [InlineData("tiada")]
    [InlineData("pindah")]
    [InlineData("kue")]
    [InlineData("pribadi")]
    [InlineData("rahasia")]
    public async Task Only_what_is_the_same_for_everybody_is_kept(string kind)
    {
        await using var host = await CachedPageHost.StartAsync(context => Task.FromResult(Answer(context, kind)));
        using var first = await host.SendAsync(HttpMethod.Get);
        using var second = await host.SendAsync(HttpMethod.Get);

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(2, host.Renders);
        Assert.Equal(0, host.Store.Count);
        Assert.Equal(kind is "tiada" or "pindah", first.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MovedPermanently);
    }

    [Fact]
    public async Task A_page_that_fails_fails_for_each_who_asked_and_leaves_the_way_free()
    {
        var fails = true;
        await using var host = await CachedPageHost.StartAsync(_ => fails ? throw new InvalidOperationException() : Task.FromResult(Results.Text("isi")));
        using (var failed = await host.SendAsync(HttpMethod.Get)) Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        fails = false;
        Assert.Equal("isi", await host.GetAsync());
    }

    [Fact]
    public async Task A_visitor_who_leaves_does_not_stop_the_page_that_others_wait_for()
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await CachedPageHost.StartAsync(async context =>
        {
            begun.TrySetResult();
            await gate.Task.WaitAsync(context.RequestAborted);
            return Results.Text("isi");
        });
        using var leaving = new CancellationTokenSource();
        var first = host.Client.GetAsync(new Uri(CachedPageHost.Page, UriKind.Relative), leaving.Token);
        await begun.Task;
        var second = host.GetAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal("isi", await second);
        Assert.Equal(1, host.Renders);
    }

    static IResult Answer(HttpContext context, string kind)
    {
        if (kind == "kue") context.Response.Cookies.Append("a", "b");
        if (kind == "pribadi") context.Response.Headers.CacheControl = "private";
        if (kind == "rahasia") context.Response.Headers.CacheControl = "no-cache, no-store";
        return kind switch
        {
            "tiada" => Page.NotFound(),
            "pindah" => Page.MovedPermanently("/lain"),
            _ => Results.Text("isi"),
        };
    }

    sealed record Entry(string? Name, decimal? Price, DateOnly? Day);
}
