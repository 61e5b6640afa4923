namespace SmartKampung.Host.Downloads;

/// <summary>The section "Downloads" of the configuration.</summary>
sealed class DownloadOptions
{
    /// <summary>Whether addresses of the own machine and network may be fetched from, at any port: for trying out alone.</summary>
    public bool AllowPrivate { get; set; }
}
