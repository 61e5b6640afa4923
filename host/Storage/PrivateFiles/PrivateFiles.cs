using System.Text.RegularExpressions;

namespace SmartKampung.Host.Storage;

/// <summary>The private files of one module in a village.</summary>
/// <param name="data">The data folder.</param>
/// <param name="folder">Where they lie below it.</param>
/// <param name="owner">The module.</param>
/// <param name="seal">The village's.</param>
/// <param name="sync">Makes them last.</param>
/// <param name="room">Tells whether the disk has room.</param>
/// <param name="moving">Held while a file is put in its place, or taken away for its age.</param>
sealed partial class PrivateFiles(string data, string folder, string owner, PartitionSeal seal, IDiskSync sync, DiskRoom room, Lock moving)
{
    public const int NameLength = 32;

    const string Unfinished = ".tmp";

    public string Owner => owner;

    public static bool IsName(string name) => Name().IsMatch(name);

    public IEnumerable<string> Names() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(IsName) : [];

    public long Size() => Names().Sum(name => new FileInfo(PathOf(name)).Length);

    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var name = Guid.NewGuid().ToString("N");
        await KeepAsync(name, content, stop);
        return name;
    }

    /// <summary>Saves a file under the name that it has; one that is there is replaced. Where the key is renewed meanwhile it is sealed anew, so that no round misses it.</summary>
    public async Task KeepAsync(string name, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        room.Demand();
        try
        {
            for (PartitionKey? sealedBy = null; sealedBy?.Id != seal.Present.Id;)
            {
                sealedBy = seal.Present;
                await WriteAsync(PathOf(name), SealedFile.Seal(sealedBy, owner, name, content.Span), stop);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The file can't be saved: " + failure.Message, failure);
        }
    }

    public async Task<byte[]?> ReadAsync(string name, CancellationToken stop) => await ReadSealedAsync(name, stop) is { } stored ? SealedFile.Open(seal, owner, name, stored) : null;

    /// <summary>The file as it lies there, or null.</summary>
    public async Task<byte[]?> ReadSealedAsync(string name, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return IsName(name) && File.Exists(PathOf(name)) ? await File.ReadAllBytesAsync(PathOf(name), stop) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The file can't be read: " + failure.Message, failure);
        }
    }

    /// <returns>Whether it was sealed with an older key.</returns>
    public async Task<bool> ResealAsync(string name, CancellationToken stop)
    {
        if (await ReadSealedAsync(name, stop) is not { } stored || SealedFile.KeyOf(stored) == seal.Present.Id) return false;
        await KeepAsync(name, SealedFile.Open(seal, owner, name, stored), stop);
        return true;
    }

    /// <summary>Removes a file that its documents have let go of; where the disk refuses, it goes later, since none names it.</summary>
    public void Remove(string name)
    {
        try
        {
            if (IsName(name)) File.Delete(PathOf(name));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>The names of files that were saved before a moment; what a kill left unfinished before it goes.</summary>
    public HashSet<string> NamesBefore(DateTimeOffset moment)
    {
        var before = Directory.Exists(folder) ? Directory.GetFiles(folder).Where(path => IsBefore(path, moment)).ToList() : [];
        foreach (var left in before.Where(path => path.EndsWith(Unfinished, StringComparison.Ordinal))) File.Delete(left);
        return [.. before.Select(path => Path.GetFileName(path)).Where(IsName)];
    }

    /// <summary>Removes a file unless a restore has just put it there again.</summary>
    public void RemoveBefore(string name, DateTimeOffset moment)
    {
        lock (moving)
            if (IsBefore(PathOf(name), moment)) Remove(name);
    }

    /// <summary>Under a temporary name first, so that a file of the right name is always whole.</summary>
    async Task WriteAsync(string path, byte[] content, CancellationToken stop)
    {
        MakeFolder();
        var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + Unfinished);
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
            {
                await file.WriteAsync(content, stop);
                sync.SyncFile(file.SafeFileHandle);
            }

            lock (moving) File.Move(temporary, path, overwrite: true);
            sync.SyncFolder(folder);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The first file in a new folder must not be lost with the folder.</summary>
    void MakeFolder()
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        for (var above = folder; above != data;) sync.SyncFolder(above = Path.GetDirectoryName(above)!);
    }

    string PathOf(string name) => Path.Combine(folder, name);

    static bool IsBefore(string path, DateTimeOffset moment) => File.GetLastWriteTimeUtc(path) < moment.UtcDateTime;

    [GeneratedRegex(@"^[0-9a-f]{32}\z")]
    private static partial Regex Name();
}
