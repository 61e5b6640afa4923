namespace SmartKampung.Host.Storage;

/// <summary>The section "Disk" of the configuration, in bytes.</summary>
sealed class DiskOptions
{
    /// <summary>How large the data folder may grow before it is told; null where nobody minds.</summary>
    public long? Budget { get; set; }

    /// <summary>How much must stay free on the disk; with less, nothing is saved until there is room again.</summary>
    public long MinimumFree { get; set; } = 256 * 1024 * 1024;
}
