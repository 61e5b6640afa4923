using System.Buffers.Binary;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// Looks at a file before LiteDB does, which would make an empty database of a file without content and cut off a torn end.
/// After a crash in a checkpoint a torn end is right, and the log repairs it.
/// </summary>
static class DatabaseHeader
{
    const int PageSize = 8192;
    const int LastPageOffset = 64;

    /// <exception cref="InvalidDataException">It is no whole database.</exception>
    public static bool Check(DatabasePaths paths)
    {
        using var file = File.OpenHandle(paths.Data, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[PageSize];
        var length = RandomAccess.GetLength(file);
        if (RandomAccess.Read(file, header, 0) < PageSize) throw new InvalidDataException($"The file has {length} bytes.");
        if (!header.AsSpan(32).StartsWith("** This is a LiteDB file **"u8)) throw new InvalidDataException("The file is no database.");
        var hasLog = File.Exists(paths.Log) && new FileInfo(paths.Log).Length > 0;
        var needed = (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(LastPageOffset)) + 1L) * PageSize;
        if (!hasLog && (length < needed || length % PageSize != 0)) throw new InvalidDataException($"The file has {length} bytes instead of {needed}.");
        return true;
    }
}
