using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.PageCache;

/// <summary>The section "PageCache" of the configuration.</summary>
sealed class PageCacheOptions
{
    /// <summary>How much memory kept pages may take together; 0 keeps none.</summary>
    [Range(0, 65_536)]
    public int Megabytes { get; set; } = 64;
}
