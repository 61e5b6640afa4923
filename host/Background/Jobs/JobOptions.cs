using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Background;

/// <summary>The section "Jobs" of the configuration.</summary>
sealed class JobOptions
{
    /// <summary>How often jobs that are due are looked for.</summary>
    [Range(1, 60)]
    public int LookSeconds { get; set; } = 5;
}
