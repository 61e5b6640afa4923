using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SmartKampung.Host.Backups;

/// <summary>Writes a backup entry by entry, and nothing of it is kept in memory; sealed where there is a passphrase.</summary>
sealed class BackupWriter : IAsyncDisposable
{
    readonly Seal? seal;
    readonly SealingStream? sealing;
    readonly EndHashStream plain;
    readonly ZipArchive zip;
    readonly List<BackedUpEntry> entries = [];

    public BackupWriter(Stream file, string? passphrase)
    {
        if (passphrase is not null) sealing = new(file, seal = Seal.Create(passphrase));
        plain = new(sealing ?? file);
        zip = new(plain, ZipArchiveMode.Create, leaveOpen: true) { Comment = EndHash.Comment };
    }

    public IReadOnlyList<BackedUpEntry> Entries => entries;

    /// <summary>Adds documents, one a line.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> AddLinesAsync(string name, IEnumerable<byte[]> documents, CancellationToken stop)
    {
        var count = 0;
        await AddAsync(name, CompressionLevel.Fastest, async write =>
        {
            foreach (var document in documents)
            {
                stop.ThrowIfCancellationRequested();
                await write(document);
                await write("\n"u8.ToArray());
                count++;
            }
        }, stop);
        return count;
    }

    public Task AddJsonAsync(string name, object value, CancellationToken stop) =>
        AddAsync(name, CompressionLevel.Fastest, async write => await write(JsonSerializer.SerializeToUtf8Bytes(value, BackupManifest.Json)), stop);

    /// <summary>Adds a stored file as it is; pictures are packed already.</summary>
    public Task AddFileAsync(string name, Stream content, CancellationToken stop) => AddAsync(name, CompressionLevel.NoCompression, async write =>
    {
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;) await write(buffer.AsMemory(0, read));
    }, stop);

    /// <summary>Writes the manifest and the end; a file without it is known to be cut off.</summary>
    public async Task FinishAsync(BackupManifest manifest, CancellationToken stop)
    {
        await AddJsonAsync(BackupManifest.Name, manifest, stop);
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

    async Task AddAsync(string name, CompressionLevel level, Func<Func<ReadOnlyMemory<byte>, Task>, Task> fill, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        await using (var entry = await zip.CreateEntry(name, level).OpenAsync(stop))
        {
            await fill(async bytes =>
            {
                hash.AppendData(bytes.Span);
                length += bytes.Length;
                await entry.WriteAsync(bytes, stop);
            });
        }

        entries.Add(new(name, length, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }
}
