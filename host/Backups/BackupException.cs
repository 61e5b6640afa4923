namespace SmartKampung.Host.Backups;

/// <summary>A backup can't be made, read or restored; what is told is for who asked for it.</summary>
sealed class BackupException(LocalText told, Exception? cause = null) : Exception(told.English, cause)
{
    public LocalText Told => told;
}
