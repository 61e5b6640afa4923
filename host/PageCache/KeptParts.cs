using SmartKampung.Host.Villages;

namespace SmartKampung.Host.PageCache;

/// <summary>
/// Keeps parts of pages that are the same for everybody, as long as whole pages are kept and by the same tags. A page that was dropped, or that
/// can't be kept for the address it was asked by, is made of what still holds.
/// </summary>
sealed class KeptParts(PageStore pages)
{
    /// <summary>The part as it holds now: kept, or made anew.</summary>
    /// <param name="context">The request; one that might be answered differently from others makes its parts itself.</param>
    /// <param name="name">Tells the part from the others of the page.</param>
    /// <param name="lengthOf">How many characters it takes.</param>
    /// <param name="make">Makes it; null is not kept.</param>
    public async Task<T?> FindAsync<T>(HttpContext context, string name, Func<T, int> lengthOf, Func<Task<T?>> make) where T : class
    {
        if (SearchOf(context) is not { } search) return await make();
        var key = search.Key.Of(name);
        if (pages.FindPart(key) is { } kept)
        {
            Pass(kept.Tags, PageRender.Of(context));
            return (T)kept.Content;
        }

        return pages.Join(key, search.Seen) is { } render && render.TryLead() ? await MakeAsync(context, render, lengthOf, make) : await make();
    }

    static PageSearch? SearchOf(HttpContext context) => context.Features.Get<PresentVillage>() is { IsPage: false } ? null : context.Features.Get<PageSearch>();

    async Task<T?> MakeAsync<T>(HttpContext context, PageRender render, Func<T, int> lengthOf, Func<Task<T?>> make) where T : class
    {
        KeptPart? part = null;
        render.Read(PageTag.WholeOf(context));
        using var watch = new PartWatch(context, render);
        try
        {
            var content = await make();
            if (content is not null && watch.IsForAll) part = new KeptPart(render.Key, content, lengthOf(content)) { Expires = PageStore.EndOf(render.Began), Tags = [.. render.Tags] };
            return content;
        }
        finally
        {
            pages.End(render, part);
            Pass(render.Tags, watch.Around);
        }
    }

    /// <summary>A page that is made of the part was made from the same.</summary>
    static void Pass(IEnumerable<PageTag> tags, PageRender? page)
    {
        if (page is null) return;
        foreach (var tag in tags) page.Read(tag);
    }
}
