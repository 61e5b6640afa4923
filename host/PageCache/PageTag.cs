using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.PageCache;

/// <summary>What a kept page was made from: a village or the portal as such, or the documents of one type there.</summary>
readonly record struct PageTag(Partition Partition, string Owner = "", string Type = "")
{
    /// <summary>The village that a request is for, or the portal, as such.</summary>
    public static PageTag WholeOf(HttpContext context) => new(PresentVillage.Of(context) is { } village ? Partition.OfVillage(village.Id) : Partition.Portal);

    /// <summary>Every page of the village, or of the portal.</summary>
    public bool IsWhole => Type.Length == 0;
}

/// <summary>
/// Tells the kept pages what changed. Whoever changes something calls it once readers can see the change and before the change is acknowledged;
/// what other hosts changed comes in here too.
/// </summary>
interface IPageEvictions
{
    /// <summary>Drops every page that was made from this, and those that are being made from it now.</summary>
    void Evict(PageTag tag);

    /// <summary>Drops every page.</summary>
    void EvictAll();
}
