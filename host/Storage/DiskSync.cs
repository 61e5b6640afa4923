using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmartKampung.Host.Storage;

/// <summary>Makes sure that what was written survives a power cut.</summary>
interface IDiskSync
{
    void SyncFile(SafeFileHandle file);

    /// <summary>Makes new, renamed and deleted names in the folder last.</summary>
    void SyncFolder(string folder);
}

sealed partial class DiskSync : IDiskSync
{
    public void SyncFile(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>Windows keeps names in its journal and opens no folders, so there is nothing to do there.</summary>
    public void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(folder, 0);
        if (descriptor < 0) throw new IOException($"Folder {folder} can't be opened to be synced.");
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Sync(descriptor) != 0) throw new IOException($"Folder {folder} can't be synced.");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);
}
