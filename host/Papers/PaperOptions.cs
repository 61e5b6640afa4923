using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Papers;

/// <summary>The section "Papers" of the configuration.</summary>
sealed class PaperOptions
{
    public const int MostPages = 100;
    public const int MostPixels = 20_000_000;
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The Python that Debian's WeasyPrint belongs to.</summary>
    public string Python { get; set; } = "/usr/bin/python3";

    /// <summary>How many papers are made at once; 0 for one a processor.</summary>
    [Range(0, 64)]
    public int AtOnce { get; set; }

    /// <summary>How much of the processor's time one may take before it is given up.</summary>
    [Range(1, 300)]
    public int Seconds { get; set; } = 15;

    /// <summary>How much memory a process that makes papers may address.</summary>
    [Range(256, 16_384)]
    public int Megabytes { get; set; } = 768;

    /// <summary>After how long without work such a process ends.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 5;

    /// <summary>How long a signature of BSrE may take.</summary>
    [Range(1, 300)]
    public int SigningSeconds { get; set; } = 60;

    public int Workers => AtOnce > 0 ? AtOnce : Environment.ProcessorCount;
}
