using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Storage;

/// <summary>The section "Storage" of the configuration.</summary>
sealed class StorageOptions
{
    /// <summary>How many database files are kept open at most; each costs about 1.4 MB of memory.</summary>
    [Range(1, 4096)]
    public int OpenFiles { get; set; } = 64;

    /// <summary>After how many minutes without use a file is closed.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 5;

    /// <summary>How many bytes of documents, as they are stored, are kept in memory at most.</summary>
    [Range(0, 1_073_741_824)]
    public long KeptBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>At how many bytes of log its changes are moved into the database file.</summary>
    [Range(65_536, 1_073_741_824)]
    public long CheckpointBytes { get; set; } = 4 * 1024 * 1024;
}
