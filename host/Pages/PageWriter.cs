using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>Answers a request with what a handler returned: a page, or where to go instead.</summary>
sealed class PageWriter(TemplateRenderer renderer, PageRequests requests, FlashMessage flash) : IPageWriter
{
    const string HtmlType = "text/html; charset=utf-8";

    public Task WriteAsync(Page page, HttpContext context)
    {
        context.Response.StatusCode = page.StatusCode;
        if (page.Address is not null) return Redirect(page, context);
        return page.Template is null ? Task.CompletedTask : WriteViewAsync(page, context);
    }

    Task WriteViewAsync(Page page, HttpContext context)
    {
        var request = requests.Of(context, PageOwner.Of(context), flash.Take(context));
        if (request.Message is not null || context.User.Identity is { IsAuthenticated: true }) context.Response.Headers.CacheControl = "no-cache, no-store";
        return WriteAsync(renderer.RenderPage(request, page.Template!, page.Model, page.Form, page.StatusCode), context);
    }

    public static async Task WriteAsync(PageOutput page, HttpContext context)
    {
        var response = context.Response;
        response.ContentType = HtmlType;
        response.ContentLength = Encoding.UTF8.GetByteCount(page.Written);
        if (HttpMethods.IsHead(context.Request.Method)) return;
        Encoding.UTF8.GetBytes(page.Written, response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    static Task Redirect(Page page, HttpContext context)
    {
        if (page.Message is { } key) FlashMessage.Leave(context, PageOwner.Of(context), key);
        context.Response.Headers.Location = AddressBook.Of(context).Path(page.Address!);
        return Task.CompletedTask;
    }
}
