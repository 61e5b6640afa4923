using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace SmartKampung.Host.PageCache;

/// <summary>
/// Notes what a part of a page is made from, and whether it is the same for everybody: no token of a form, no cookie, no word of the query
/// string. Disposing puts the request back as it was.
/// </summary>
sealed class PartWatch : IQueryFeature, IDisposable
{
    readonly HttpContext context;
    readonly PageRender render;
    readonly IQueryFeature? query;
    readonly int cookies;
    bool wasQueryRead;

    public PartWatch(HttpContext context, PageRender render)
    {
        (this.context, this.render, cookies) = (context, render, context.Response.Headers.SetCookie.Count);
        (Around, query) = (PageRender.Of(context), context.Features.Get<IQueryFeature>());
        context.Features.Set(render);
        context.Features.Set<IQueryFeature>(this);
    }

    /// <summary>The making of the page around the part, if that is to be kept too.</summary>
    public PageRender? Around { get; }

    public bool IsForAll => !render.IsForbidden && !wasQueryRead && context.Response.Headers.SetCookie.Count == cookies;

    public IQueryCollection Query
    {
        get
        {
            wasQueryRead = true;
            return query?.Query ?? new QueryCollection(QueryHelpers.ParseQuery(context.Request.QueryString.Value));
        }
        set => throw new InvalidOperationException("A part of a page can't change what was asked for.");
    }

    public void Dispose()
    {
        context.Features.Set(Around);
        context.Features.Set(query);
        if (render.IsForbidden) Around?.Forbid();
    }
}
