using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Backups;

/// <summary>The section "Backups" of the configuration.</summary>
sealed class BackupOptions
{
    /// <summary>Where backups are kept; <c>backups</c> in the data folder unless told. Another disk is better.</summary>
    public string? Folder { get; set; }

    /// <summary>The file that holds the passphrase of the backups that the host makes by itself; without it they are not encrypted.</summary>
    public string? PassphraseFile { get; set; }

    /// <summary>The hour of the village's day at which it is backed up; null where the host makes none by itself.</summary>
    [Range(0, 23)]
    public int? Hour { get; set; } = 2;

    [Range(1, 366)]
    public int Daily { get; set; } = 7;

    [Range(0, 520)]
    public int Weekly { get; set; } = 4;

    [Range(0, 1200)]
    public int Monthly { get; set; } = 12;
}
