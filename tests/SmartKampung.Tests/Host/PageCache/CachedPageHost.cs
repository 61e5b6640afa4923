using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.PageCache;
using SmartKampung.Tests.Host.Pages;

namespace SmartKampung.Tests.Host.PageCache;

/// <summary>A host whose page /hitung counts how often it is rendered.</summary>
sealed class CachedPageHost : IAsyncDisposable
{
    PagesHost host = null!;
    int renders;

    public const string Page = "/desa/hitung";

    public int Renders => Volatile.Read(ref renders);

    public PageStore Store => host.Services.GetRequiredService<PageStore>();

    public HttpClient Client => host.Client;

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => host.Clock;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="answer">What the page does with the request after it was counted; null for a page of the time's own.</param>
    /// <param name="megabytes">The memory for pages.</param>
    /// <param name="map">More routes.</param>
    public static async Task<CachedPageHost> StartAsync(Func<HttpContext, Task<IResult>>? answer = null, int megabytes = 64, Action<IEndpointRouteBuilder>? map = null)
    {
        var cached = new CachedPageHost();
        cached.host = await PagesHost.StartAsync(
            routes =>
            {
                routes.MapGet("/hitung", Task<IResult> (HttpContext context, CancellationToken _) => cached.CountAsync(context, answer)).CachePage("halaman");
                map?.Invoke(routes);
            },
            services => services.Configure<PageCacheOptions>(options => options.Megabytes = megabytes));
        return cached;
    }

    public async Task<string> GetAsync(string path = Page, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, headers);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Stop);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path = Page, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, Stop);
    }

    public static async Task<string> DecompressedAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(Stop);
        await using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(Stop);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    async Task<IResult> CountAsync(HttpContext context, Func<HttpContext, Task<IResult>>? answer)
    {
        var count = Interlocked.Increment(ref renders);
        return answer is null ? Results.Text($"{count}: {context.Request.Host} {context.Request.Query["halaman"]}", "text/html; charset=utf-8") : await answer(context);
    }
}
