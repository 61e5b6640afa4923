using Microsoft.Extensions.Options;

namespace SmartKampung.Host.PageCache;

/// <summary>
/// The kept pages and those that are being made. Readers take no lock; keeping and evicting do, so that a page whose making began before a
/// change is never kept after it. When memory is used up, pages go that were kept longest and not sent lately.
/// </summary>
sealed class PageStore(IOptions<PageCacheOptions> options, TimeProvider clock) : IPageEvictions
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    const int LargestShare = 16;

    readonly long capacity = options.Value.Megabytes * 1024L * 1024L;
    readonly Lock gate = new();
    readonly System.Collections.Concurrent.ConcurrentDictionary<PageKey, KeptPage> pages = new();
    readonly LinkedList<KeptPage> order = new();
    readonly Dictionary<PageTag, HashSet<KeptPage>> byTag = [];
    readonly Dictionary<PageKey, PageRender> renders = [];
    long moment;
    long bytes;

    /// <summary>Grows when a village, the portal or everything is evicted: a request may carry what it knew of its village from before.</summary>
    public long Moment => Volatile.Read(ref moment);

    public int Count => pages.Count;

    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>
    /// When a page that was begun at a moment has to be made anew: at the next full minute. It holds relative times, opening hours and what
    /// appears or ends at a time that somebody set, and such times are full minutes.
    /// </summary>
    public static DateTimeOffset EndOf(DateTimeOffset began) => new(began.Ticks - (began.Ticks % Life.Ticks) + Life.Ticks, began.Offset);

    /// <summary>The page as it holds now, or null.</summary>
    public KeptPage? Find(PageKey key)
    {
        if (!pages.TryGetValue(key, out var page) || page.Expires <= clock.GetUtcNow()) return null;
        if (!page.WasRead) page.WasRead = true;
        return page;
    }

    /// <summary>The making of a page, to be led or waited for; null where this request must be answered by itself.</summary>
    /// <param name="key">The page.</param>
    /// <param name="seen">The <see cref="Moment"/> when the request came.</param>
    public PageRender? Join(PageKey key, long seen)
    {
        lock (gate)
        {
            if (moment != seen) return null;
            if (Find(key) is { } page) return PageRender.Of(page);
            if (!renders.TryGetValue(key, out var render)) renders[key] = render = new PageRender(key, clock.GetUtcNow());
            return render;
        }
    }

    /// <summary>Ends the making of a page and keeps it, unless what it was made from has changed meanwhile.</summary>
    /// <param name="render">The making.</param>
    /// <param name="page">The page, or null where the answer is none to be kept.</param>
    public void End(PageRender render, KeptPage? page)
    {
        lock (gate)
        {
            renders.Remove(render.Key);
            if (render.IsStale) page = null;
            if (page is not null) Keep(page);
        }

        render.End(page);
    }

    public void Evict(PageTag tag)
    {
        lock (gate)
        {
            if (tag.IsWhole) moment++;
            foreach (var render in renders.Values) render.Evict(tag);
            if (byTag.TryGetValue(tag, out var held))
                foreach (var page in held.ToList()) Drop(page);
        }
    }

    public void EvictAll()
    {
        lock (gate)
        {
            moment++;
            foreach (var render in renders.Values) render.EvictAll();
            foreach (var page in order.ToList()) Drop(page);
        }
    }

    void Keep(KeptPage page)
    {
        if (page.Bytes > capacity / LargestShare) return;
        if (pages.TryGetValue(page.Key, out var before)) Drop(before);
        pages[page.Key] = page;
        page.Place = order.AddLast(page);
        bytes += page.Bytes;
        foreach (var tag in page.Tags)
        {
            if (!byTag.TryGetValue(tag, out var held)) byTag[tag] = held = [];
            held.Add(page);
        }

        while (bytes > capacity) DropOldest();
    }

    /// <summary>What was sent since the last look goes to the end once more.</summary>
    void DropOldest()
    {
        var oldest = order.First!;
        if (!oldest.Value.WasRead)
        {
            Drop(oldest.Value);
            return;
        }

        oldest.Value.WasRead = false;
        order.Remove(oldest);
        order.AddLast(oldest);
    }

    void Drop(KeptPage page)
    {
        pages.TryRemove(page.Key, out _);
        order.Remove(page.Place!);
        bytes -= page.Bytes;
        foreach (var tag in page.Tags)
            if (byTag[tag].Remove(page) && byTag[tag].Count == 0) byTag.Remove(tag);
    }
}
