using Microsoft.Extensions.Options;

namespace SmartKampung.Host.PageCache;

/// <summary>
/// The kept pages and parts of pages, and those that are being made. Readers take no lock; keeping and evicting do, so that a page whose making began before a
/// change is never kept after it. When memory is used up, pages go that were kept longest and not sent lately.
/// </summary>
sealed class PageStore(IOptions<PageCacheOptions> options, TimeProvider clock) : IPageEvictions
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    const int LargestShare = 16;

    readonly long capacity = options.Value.Megabytes * 1024L * 1024L;
    readonly Lock gate = new();
    readonly System.Collections.Concurrent.ConcurrentDictionary<PageKey, KeptEntry> kept = new();
    readonly LinkedList<KeptEntry> order = new();
    readonly Dictionary<PageTag, HashSet<KeptEntry>> byTag = [];
    readonly Dictionary<PageKey, PageRender> renders = [];
    long moment;
    long bytes;

    /// <summary>Grows when a village, the portal or everything is evicted: a request may carry what it knew of its village from before.</summary>
    public long Moment => Volatile.Read(ref moment);

    public int Count => kept.Count;

    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>
    /// When a page that was begun at a moment has to be made anew: at the next full minute. It holds relative times, opening hours and what
    /// appears or ends at a time that somebody set, and such times are full minutes.
    /// </summary>
    public static DateTimeOffset EndOf(DateTimeOffset began) => new(began.Ticks - (began.Ticks % Life.Ticks) + Life.Ticks, began.Offset);

    /// <summary>The page as it holds now, or null.</summary>
    public KeptPage? Find(PageKey key) => FindEntry(key) as KeptPage;

    /// <summary>The part of a page as it holds now, or null.</summary>
    public KeptPart? FindPart(PageKey key) => FindEntry(key) as KeptPart;

    /// <summary>The making of a page, to be led or waited for; null where this request must be answered by itself.</summary>
    /// <param name="key">The page.</param>
    /// <param name="seen">The <see cref="Moment"/> when the request came.</param>
    public PageRender? Join(PageKey key, long seen)
    {
        lock (gate)
        {
            if (moment != seen) return null;
            if (FindEntry(key) is { } made) return PageRender.Of(made);
            if (!renders.TryGetValue(key, out var render)) renders[key] = render = new PageRender(key, clock.GetUtcNow());
            return render;
        }
    }

    /// <summary>Ends the making of a page and keeps it, unless what it was made from has changed meanwhile.</summary>
    /// <param name="render">The making.</param>
    /// <param name="made">The page or the part, or null where it is none to be kept.</param>
    public void End(PageRender render, KeptEntry? made)
    {
        lock (gate)
        {
            renders.Remove(render.Key);
            if (render.IsStale) made = null;
            if (made is not null) Keep(made);
        }

        render.End(made);
    }

    public void Evict(PageTag tag)
    {
        lock (gate)
        {
            if (tag.IsWhole) moment++;
            foreach (var render in renders.Values) render.Evict(tag);
            if (byTag.TryGetValue(tag, out var held))
                foreach (var entry in held.ToList()) Drop(entry);
        }
    }

    public void EvictAll()
    {
        lock (gate)
        {
            moment++;
            foreach (var render in renders.Values) render.EvictAll();
            foreach (var entry in order.ToList()) Drop(entry);
        }
    }

    KeptEntry? FindEntry(PageKey key)
    {
        if (!kept.TryGetValue(key, out var entry) || entry.Expires <= clock.GetUtcNow()) return null;
        if (!entry.WasRead) entry.WasRead = true;
        return entry;
    }

    void Keep(KeptEntry entry)
    {
        if (entry.Bytes > capacity / LargestShare) return;
        if (kept.TryGetValue(entry.Key, out var before)) Drop(before);
        kept[entry.Key] = entry;
        entry.Place = order.AddLast(entry);
        bytes += entry.Bytes;
        foreach (var tag in entry.Tags)
        {
            if (!byTag.TryGetValue(tag, out var held)) byTag[tag] = held = [];
            held.Add(entry);
        }

        while (bytes > capacity) DropOldest();
    }

    /// <summary>What was used since the last look goes to the end once more.</summary>
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

    void Drop(KeptEntry entry)
    {
        kept.TryRemove(entry.Key, out _);
        order.Remove(entry.Place!);
        bytes -= entry.Bytes;
        foreach (var tag in entry.Tags)
            if (byTag[tag].Remove(entry) && byTag[tag].Count == 0) byTag.Remove(tag);
    }
}
