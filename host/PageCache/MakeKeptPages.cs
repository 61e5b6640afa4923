using SmartKampung.Host.Villages;

namespace SmartKampung.Host.PageCache;

/// <summary>Stands before the endpoints: makes a page that may be kept once for all who wait for it, and keeps it.</summary>
sealed class MakeKeptPages(RequestDelegate next, PageStore pages)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<PageSearch>() is not { } search || context.GetEndpoint()?.Metadata.GetMetadata<CachedRoute>() is not { } route) return next(context);
        if (context.Features.Get<PresentVillage>() is { IsPage: false } || search.Key.With(context.Request.Query, route.QueryKeys) is not { } key) return next(context);
        if (pages.Find(key) is { } page) return page.WriteAsync(context);
        return pages.Join(key, search.Seen) is { } render ? AnswerAsync(context, render) : next(context);
    }

    async Task AnswerAsync(HttpContext context, PageRender render)
    {
        if (render.TryLead()) await MakeAsync(context, render);
        else if (await render.Outcome.WaitAsync(context.RequestAborted) is KeptPage page) await page.WriteAsync(context);
        else await next(context);
    }

    async Task MakeAsync(HttpContext context, PageRender render)
    {
        KeptPage? page = null;
        byte[] body = [];
        render.Read(PageTag.WholeOf(context));
        try
        {
            using var capture = new PageCapture(context, render);
            await next(context);
            body = await capture.CompleteAsync();
            if (capture.IsForAll && !render.IsForbidden) page = KeptPage.Of(render, body, context.Response);
        }
        finally
        {
            pages.End(render, page);
        }

        if (page is not null) await page.WriteAsync(context);
        else if (body.Length > 0 && !HttpMethods.IsHead(context.Request.Method)) await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
