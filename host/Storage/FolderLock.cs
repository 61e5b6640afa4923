using System.Globalization;

namespace SmartKampung.Host.Storage;

/// <summary>Held for the life of the process: two hosts over one folder would diverge without noticing.</summary>
sealed class FolderLock : IDisposable
{
    readonly FileStream held;

    FolderLock(FileStream file) => held = file;

    /// <exception cref="DataFolderException">Another host holds the folder, or it can't be written.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new(Open(folder));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new DataFolderException($"The data folder {folder} can't be written: {failure.Message}", failure);
        }
    }

    public void Dispose() => held.Dispose();

    static FileStream Open(string folder)
    {
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or PathTooLongException) && Holder(folder) is { } holder)
        {
            throw new DataFolderException($"The data folder {folder} is used by another host, process {holder}.", failure);
        }

        Write(Path.Combine(folder, ".pid"));
        return file;
    }

    /// <summary>The number stands in a file of its own, since a locked file can't be read.</summary>
    static string? Holder(string folder)
    {
        var file = Path.Combine(folder, ".pid");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    static void Write(string file) => File.WriteAllText(file, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
}
