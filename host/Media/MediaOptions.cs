namespace SmartKampung.Host.Media;

/// <summary>The section "Media" of the configuration, in bytes and pixels.</summary>
sealed class MediaOptions
{
    const long Megabyte = 1024 * 1024;

    /// <summary>How large a picture may be as it is uploaded.</summary>
    public long LargestPicture { get; set; } = 15 * Megabyte;

    public long LargestDocument { get; set; } = 25 * Megabyte;

    /// <summary>How much a village's library may hold.</summary>
    public long PerVillage { get; set; } = 2048 * Megabyte;

    /// <summary>How many pixels a picture may have; told before any memory is taken for them.</summary>
    public long MostPixels { get; set; } = 40_000_000;
}
