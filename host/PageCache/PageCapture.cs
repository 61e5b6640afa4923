using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SmartKampung.Host.PageCache;

/// <summary>
/// Holds an answer back while it is made for everybody: as to a plain GET, and to its end though this visitor may leave, since others wait.
/// Disposing puts the request back as it was.
/// </summary>
sealed class PageCapture : IDisposable
{
    static readonly string[] Conditions = [HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.Range];

    readonly HttpContext context;
    readonly IHttpResponseBodyFeature body;
    readonly string method;
    readonly CancellationToken aborted;
    readonly (string Name, StringValues Value)[] conditions;
    readonly MemoryStream written = new();
    readonly StreamResponseBodyFeature held;

    public PageCapture(HttpContext context, PageRender render)
    {
        this.context = context;
        (method, aborted) = (context.Request.Method, context.RequestAborted);
        body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        conditions = [.. Conditions.Select(name => (name, context.Request.Headers[name])).Where(header => header.Item2.Count > 0)];
        foreach (var (name, _) in conditions) context.Request.Headers.Remove(name);
        context.Request.Method = HttpMethods.Get;
        context.RequestAborted = CancellationToken.None;
        context.Features.Set(render);
        context.Features.Set<IHttpResponseBodyFeature>(held = new StreamResponseBodyFeature(written));
    }

    /// <summary>Whether the answer is the same for everybody.</summary>
    public bool IsForAll
    {
        get
        {
            var response = context.Response;
            var control = response.Headers.CacheControl.ToString();
            return response.StatusCode == StatusCodes.Status200OK
                && response.Headers.SetCookie.Count == 0
                && !control.Contains("no-store", StringComparison.OrdinalIgnoreCase)
                && !control.Contains("private", StringComparison.OrdinalIgnoreCase);
        }
    }

    public async Task<byte[]> CompleteAsync()
    {
        await held.CompleteAsync();
        return written.ToArray();
    }

    public void Dispose()
    {
        context.Features.Set(body);
        context.Features.Set<PageRender>(null);
        context.RequestAborted = aborted;
        context.Request.Method = method;
        foreach (var (name, value) in conditions) context.Request.Headers[name] = value;
        held.Dispose();
        written.Dispose();
    }
}
