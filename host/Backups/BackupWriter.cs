using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>Writes a backup entry by entry, and nothing of it is kept in memory; sealed where there is a passphrase.</summary>
sealed class BackupWriter : IAsyncDisposable
{
    readonly PassphraseSeal? seal;
    readonly SealingStream? sealing;
    readonly EndHashStream plain;
    readonly ZipArchive zip;
    readonly List<BackedUpEntry> entries = [];

    public BackupWriter(Stream file, string? passphrase, int rounds = PassphraseSeal.UsualRounds)
    {
        if (passphrase is not null) sealing = new(file, seal = PassphraseSeal.Create(passphrase, rounds));
        plain = new(sealing ?? file);
        zip = new(plain, ZipArchiveMode.Create, leaveOpen: true) { Comment = EndHash.Comment };
    }

    public IReadOnlyList<BackedUpEntry> Entries => entries;

    /// <summary>Adds documents, one a line. Storage reads them on one thread, so that this does not leave its own.</summary>
    /// <returns>How many there were.</returns>
    public int AddLines(string name, IEnumerable<byte[]> documents, CancellationToken stop)
    {
        var count = 0;
        using var entry = Begin(name, CompressionLevel.Fastest);
        foreach (var document in documents)
        {
            stop.ThrowIfCancellationRequested();
            entry.Write(document);
            entry.Write("\n"u8);
            count++;
        }

        return count;
    }

    public void AddJson(string name, object value)
    {
        using var entry = Begin(name, CompressionLevel.Fastest);
        JsonSerializer.Serialize(entry, value, BackupManifest.Json);
    }

    /// <summary>Adds a stored file as it is; pictures are packed already.</summary>
    public async Task AddFileAsync(string name, Stream content, CancellationToken stop)
    {
        await using var entry = Begin(name, CompressionLevel.NoCompression);
        await content.CopyToAsync(entry, stop);
    }

    /// <summary>Writes the manifest and the end; a file without it is known to be cut off.</summary>
    public void Finish(BackupManifest manifest)
    {
        AddJson(BackupManifest.Name, manifest);
        zip.Dispose();
        plain.Finish();
        sealing?.Finish();
    }

    public async ValueTask DisposeAsync()
    {
        await plain.DisposeAsync();
        if (sealing is not null) await sealing.DisposeAsync();
        seal?.Dispose();
    }

    EntryStream Begin(string name, CompressionLevel level) => new(zip.CreateEntry(name, level).Open(), (length, hash) => entries.Add(new(name, length, hash)));

    /// <summary>An entry that tells its length and hash when it is closed.</summary>
    sealed class EntryStream(Stream entry, Action<long, string> tell) : WriteOnlyStream
    {
        readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            length += buffer.Length;
            entry.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            entry.Dispose();
            tell(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
            hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
