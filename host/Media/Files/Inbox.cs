using System.Security.Cryptography;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Media;

/// <summary>Where uploads lie until they are looked at and prepared: outside of all that is served.</summary>
sealed class Inbox(DataFolder data, IDiskSync sync)
{
    const string Unfinished = ".tmp";

    string Root => Path.Combine(data.Path, "inbox");

    /// <summary>A place for a new upload, gone at the next start unless it was kept.</summary>
    public string NewPath(Guid village) => Path.Combine(Directory.CreateDirectory(FolderOf(village)).FullName, Guid.NewGuid().ToString("N") + Unfinished);

    /// <summary>Keeps a whole upload for a later preparation, and returns the name that finds it.</summary>
    public string Keep(Guid village, string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        File.Move(path, PathOf(village, name));
        sync.SyncFolder(FolderOf(village));
        return name;
    }

    public string PathOf(Guid village, string name) => Path.Combine(FolderOf(village), name);

    public void Delete(Guid village, string name) => File.Delete(PathOf(village, name));

    /// <summary>Deletes what a stopped host had only begun to receive, and tells the rest by village.</summary>
    public IReadOnlyDictionary<Guid, string[]> Open()
    {
        if (!Directory.Exists(Root)) return new Dictionary<Guid, string[]>();
        foreach (var file in Directory.EnumerateFiles(Root, "*" + Unfinished, SearchOption.AllDirectories)) File.Delete(file);
        return Directory.EnumerateDirectories(Root)
            .Where(folder => Guid.TryParse(Path.GetFileName(folder), out _))
            .ToDictionary(folder => Guid.Parse(Path.GetFileName(folder)), NamesIn)
            .Where(village => village.Value.Length > 0).ToDictionary();
    }

    /// <summary>Writes what arrives, as far as it may be long; the rest is read and dropped.</summary>
    /// <returns>The length, or null where it is longer; and the hash of the content.</returns>
    public async Task<(long? Length, string Hash)> WriteAsync(Stream content, string path, long limit, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var (buffer, length) = (new byte[81_920], 0L);
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; length += read)
        {
            if (length + read > limit) continue;
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        sync.SyncFile(file.SafeFileHandle);
        return (length > limit ? null : length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    string FolderOf(Guid village) => Path.Combine(Root, village.ToString());

    static string[] NamesIn(string folder) => [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))];
}
