using System.Collections.Concurrent;

namespace SmartKampung.Host.PageCache;

/// <summary>A page, or a part of one, that is being made while others may wait for it; the request that makes it carries it in its features.</summary>
sealed class PageRender(PageKey key, DateTimeOffset began)
{
    readonly ConcurrentDictionary<PageTag, PageTag> tags = new();
    readonly HashSet<PageTag> evicted = [];
    readonly TaskCompletionSource<KeptEntry?> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool isForbidden;
    bool isStale;
    int isLed;

    public PageKey Key => key;

    public DateTimeOffset Began => began;

    public ICollection<PageTag> Tags => tags.Keys;

    /// <summary>What was made, for those who wait; null where each has to be answered by itself.</summary>
    public Task<KeptEntry?> Outcome => outcome.Task;

    public bool IsForbidden => isForbidden;

    /// <summary>Whether something that the page was made from has changed meanwhile.</summary>
    public bool IsStale => isStale || evicted.Overlaps(tags.Keys);

    public static PageRender? Of(HttpContext? context) => context?.Features.Get<PageRender>();

    /// <summary>The making of a page that was done by the time someone wanted to wait for it.</summary>
    public static PageRender Of(KeptEntry made)
    {
        var render = new PageRender(made.Key, made.Expires) { isLed = 1 };
        render.End(made);
        return render;
    }

    /// <summary>True for the one request that makes the page.</summary>
    public bool TryLead() => Interlocked.Exchange(ref isLed, 1) == 0;

    public void Read(PageTag tag) => tags.TryAdd(tag, tag);

    /// <summary>The page holds what is meant for one visitor.</summary>
    public void Forbid() => isForbidden = true;

    public void Evict(PageTag tag) => evicted.Add(tag);

    public void EvictAll() => isStale = true;

    public void End(KeptEntry? made) => outcome.TrySetResult(made);
}
