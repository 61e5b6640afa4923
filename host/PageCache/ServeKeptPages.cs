namespace SmartKampung.Host.PageCache;

/// <summary>
/// Stands first: an address without a query string that is kept is answered here, before anything else has cost time. With one, routing has to
/// tell first what the page depends on; <see cref="MakeKeptPages"/> answers it.
/// </summary>
sealed class ServeKeptPages(RequestDelegate next, PageStore pages)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!PageSearch.IsFor(request)) return next(context);
        var search = new PageSearch(PageKey.Of(request), pages.Moment);
        if (!request.QueryString.HasValue && pages.Find(search.Key) is { } page) return page.WriteAsync(context);
        context.Features.Set(search);
        return next(context);
    }
}
