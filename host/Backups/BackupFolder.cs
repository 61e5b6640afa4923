using Microsoft.Extensions.Options;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>Where backups lie. A folder of one's own may be another disk that is not there at the moment.</summary>
sealed class BackupFolder(IOptions<BackupOptions> options, IOptions<DiskOptions> limits, DataFolder data, IDisk disk, IDiskSync sync)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = options.Value.Folder is { Length: > 0 } folder ? System.IO.Path.GetFullPath(folder) : System.IO.Path.Combine(data.Path, "backups");

    /// <summary>The passphrase of the backups that the host makes by itself, or null.</summary>
    /// <exception cref="BackupException">The file is told and can't be read.</exception>
    public string? Passphrase()
    {
        try
        {
            return options.Value.PassphraseFile is { Length: > 0 } file ? PassphraseIn(file) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupMessages.NotWritten(failure.Message), failure);
        }
    }

    /// <summary>The first line, so that an editor's last line break does no harm.</summary>
    public static string PassphraseIn(string file) =>
        File.ReadLines(file).FirstOrDefault() is { Length: > 0 } passphrase ? passphrase : throw new IOException($"{file} holds no passphrase.");

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <exception cref="BackupException">The folder is not there, or has too little room.</exception>
    public void Demand(long bytes)
    {
        if (options.Value.Folder is not { Length: > 0 }) MakeOwn();
        if (!Directory.Exists(Path)) throw new BackupException(BackupMessages.NoFolder(Path));
        Demand(Path, bytes);
    }

    /// <exception cref="BackupException">There is too little room where the folder lies.</exception>
    public void Demand(string folder, long bytes)
    {
        var (needed, free) = (bytes + limits.Value.MinimumFree, disk.FreeBytes(folder));
        if (free < needed) throw new BackupException(BackupMessages.NoRoom(needed, free));
    }

    /// <summary>A new file, under another name until it is kept.</summary>
    public FileStream Create(string name) => new(PathOf(name + ".part"), Written());

    /// <summary>Makes the file last under its name.</summary>
    public void Keep(FileStream file, string name)
    {
        file.Flush();
        sync.SyncFile(file.SafeFileHandle);
        File.Move(PathOf(name + ".part"), PathOf(name), overwrite: true);
        sync.SyncFolder(Path);
    }

    public void Discard(string name) => File.Delete(PathOf(name + ".part"));

    void MakeOwn()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, DataFolder.OwnerOnly);
    }

    static FileStreamOptions Written()
    {
        var written = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) written.UnixCreateMode = OwnerOnly;
        return written;
    }
}
