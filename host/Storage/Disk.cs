using System.IO.Enumeration;

namespace SmartKampung.Host.Storage;

/// <summary>Measures the disk that the data folder lies on.</summary>
interface IDisk
{
    /// <summary>The bytes that the host may still write; one question to the operating system.</summary>
    long FreeBytes(string folder);

    /// <summary>The bytes of all files below the folder; looks at each of them.</summary>
    long SizeOf(string folder);
}

sealed class Disk : IDisk
{
    static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public long FreeBytes(string folder) => new DriveInfo(folder).AvailableFreeSpace;

    public long SizeOf(string folder) =>
        new FileSystemEnumerable<long>(folder, (ref entry) => entry.IsDirectory ? 0 : entry.Length, Everything).Sum();
}
