using System.Buffers;
using System.Text;
using Microsoft.Net.Http.Headers;
using SmartKampung.Host.PageCache;

namespace SmartKampung.Host.Pages;

/// <summary>Answers a request with what a handler returned: a page, or where to go instead.</summary>
sealed class PageWriter(TemplateRenderer renderer, PageRequests requests, FlashMessage flash, IEnumerable<IPageFinish> finishes) : IPageWriter
{
    const string HtmlType = "text/html; charset=utf-8";

    public Task WriteAsync(Page page, HttpContext context)
    {
        context.Response.StatusCode = page.StatusCode;
        if (page.Address is not null) return Redirect(page, context);
        return page.Template is null ? Task.CompletedTask : WriteViewAsync(page, context);
    }

    /// <summary>The console does without edited templates: it is where a broken one is mended.</summary>
    Task WriteViewAsync(Page page, HttpContext context)
    {
        var request = requests.Of(context, PageOwner.Of(context), flash.Take(context));
        if (request.Message is not null || context.User.Identity is { IsAuthenticated: true }) context.Response.Headers.CacheControl = "no-cache, no-store";
        var output = renderer.RenderPage(request, page.Template!, page.Model, page.Form, page.StatusCode, withEdited: request.Layout != PageLayout.Console.Template);
        return WriteAsync(PageRender.Of(context) is null ? finishes.Aggregate(output, (page, finish) => finish.Finish(page, context)) : output, context);
    }

    /// <summary>Sends a page and gives its memory back. One that is made to be kept is compressed by whoever keeps it.</summary>
    public static async Task WriteAsync(PageOutput page, HttpContext context)
    {
        context.Response.ContentType = HtmlType;
        var body = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(page.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(page.Written, body);
            page.Return();
            if (PageRender.Of(context) is null && PageEncoding.Of(context.Request) == PageEncoding.Brotli) await WriteCompressedAsync(body.AsMemory(0, length), context);
            else await WriteAsync(body.AsMemory(0, length), context);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    static async Task WriteCompressedAsync(ReadOnlyMemory<byte> body, HttpContext context)
    {
        var compressed = ArrayPool<byte>.Shared.Rent(PageEncoding.LongestFor(body.Length));
        try
        {
            if (PageEncoding.TryCompress(body.Span, compressed, out var length)) (body, context.Response.Headers.ContentEncoding) = (compressed.AsMemory(0, length), PageEncoding.Brotli);
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            await WriteAsync(body, context);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
        }
    }

    static async Task WriteAsync(ReadOnlyMemory<byte> body, HttpContext context)
    {
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    static Task Redirect(Page page, HttpContext context)
    {
        if (page.Message is { } key) FlashMessage.Leave(context, PageOwner.Of(context), key);
        context.Response.Headers.Location = AddressBook.Of(context).Path(page.Address!);
        return Task.CompletedTask;
    }
}
