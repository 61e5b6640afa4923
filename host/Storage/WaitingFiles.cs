namespace SmartKampung.Host.Storage;

/// <summary>The waiting files of one module in a village. A register that is brought waits here whole, so they are sealed, by the village's key.</summary>
sealed class WaitingFiles(string folder, PartitionSeal seal, IDiskSync sync, DiskRoom room, TimeProvider clock) : IWaitingFiles
{
    const string Unfinished = ".tmp";

    /// <summary>The key is random, so that guessing it needs not be made slow.</summary>
    const int Rounds = 1;

    static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async Task<string> KeepAsync(Stream content, CancellationToken stop = default)
    {
        room.Demand();
        Directory.CreateDirectory(folder);
        Tidy();
        var name = Guid.NewGuid().ToString("N");
        var path = Path.Combine(folder, name);
        try
        {
            await WriteAsync(content, path + Unfinished, stop);
            File.Move(path + Unfinished, path);
            return name;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The file can't be kept: " + failure.Message, failure);
        }
        finally
        {
            File.Delete(path + Unfinished);
        }
    }

    public Stream? Open(string name) => PathOf(name) is { } path && File.Exists(path) ? Unsealed(path) : null;

    public void Remove(string name)
    {
        if (PathOf(name) is { } path && File.Exists(path)) File.Delete(path);
    }

    string? PathOf(string name) => Guid.TryParseExact(name, "N", out _) ? Path.Combine(folder, name) : null;

    async Task WriteAsync(Stream content, string path, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var sealing = PassphraseSeal.Create(PassphraseOf(seal.Present), Rounds);
        await using var written = new SealingStream(file, sealing);
        await content.CopyToAsync(written, stop);
        written.Finish();
        sync.SyncFile(file.SafeFileHandle);
    }

    Stream Unsealed(string path)
    {
        foreach (var key in seal.Keys.Reverse())
            if (TryUnseal(path, key) is { } content) return content;
        throw new StorageUnavailableException("A waiting file is sealed with a key that is gone.");
    }

    /// <summary>Null where it was sealed with another key; one from before they were sealed is as it is.</summary>
    static Stream? TryUnseal(string path, PartitionKey key)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 81_920);
        try
        {
            return PassphraseSeal.IsOn(file) ? new UnsealedStream(file, PassphraseOf(key), Refused) : file;
        }
        catch (StorageUnavailableException)
        {
            file.Dispose();
            return null;
        }
    }

    static StorageUnavailableException Refused(SealFault fault) => new($"A waiting file can't be read: {fault}.");

    static string PassphraseOf(PartitionKey key) => Convert.ToBase64String(key.Secret);

    void Tidy()
    {
        var before = clock.GetUtcNow().UtcDateTime - Life;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < before).ToList()) File.Delete(file);
    }
}
