using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>
/// An opened backup. It comes from outside: no name in it is trusted, nothing is unpacked beyond what the manifest tells, and nothing in it
/// becomes a path.
/// </summary>
sealed partial class BackupReader : IDisposable
{
    const int LongestManifest = 256 * 1024 * 1024;
    const int MostEntries = 2_000_000;

    readonly Stream plain;
    readonly ZipArchive zip;
    readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    BackupReader(Stream plain)
    {
        this.plain = plain;
        zip = new(plain, ZipArchiveMode.Read, leaveOpen: true);
    }

    public BackupManifest Manifest { get; private set; } = null!;

    public IEnumerable<string> Names => entries.Keys;

    /// <summary>The names of the stored files.</summary>
    public IEnumerable<string> Files => Names.Where(name => name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal));

    /// <summary>The names of the private files.</summary>
    public IEnumerable<string> PrivateFiles => Names.Where(name => name.StartsWith(BackupManifest.PrivateFolder, StringComparison.Ordinal));

    /// <exception cref="BackupException">It is no backup that this host knows, it was changed, or the passphrase is wrong.</exception>
    public static async Task<BackupReader> OpenAsync(string path, string? passphrase, CancellationToken stop)
    {
        Stream? plain = null;
        try
        {
            plain = Open(path, passphrase);
            if (!await EndHash.HoldsAsync(plain, stop)) throw new BackupException(BackupMessages.Changed);
            var reader = new BackupReader(plain);
            reader.Index();
            return reader;
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            plain?.Dispose();
            throw new BackupException(failure is InvalidDataException or JsonException ? BackupMessages.NoBackup : BackupMessages.Unreadable(failure.Message), failure);
        }
        catch
        {
            plain?.Dispose();
            throw;
        }
    }

    /// <summary>Whether the passphrase is the file's; reads its beginning and its end.</summary>
    public static bool IsOpenedBy(string path, string passphrase)
    {
        try
        {
            using var plain = Open(path, passphrase);
            return true;
        }
        catch (BackupException)
        {
            return false;
        }
    }

    /// <summary>The entry's content, which fails where it is longer than the manifest tells.</summary>
    public Stream Open(BackedUpEntry told) => new BoundedStream(entries[told.Name].Open(), told.Length);

    public long LengthOf(string name) => entries.TryGetValue(name, out var entry) ? entry.Length : -1;

    public async Task<VillageCard> CardAsync(CancellationToken stop)
    {
        await using var content = Open(Manifest.Entries.First(entry => entry.Name == BackupManifest.CardEntry));
        var card = await JsonSerializer.DeserializeAsync<VillageCard>(content, BackupManifest.Json, stop);
        return card is not null && card.IsSound() ? card : throw new JsonException("Something in it is null.");
    }

    /// <summary>The keys that came with it; none where it is not encrypted.</summary>
    public async Task<IReadOnlyList<BackedUpKey>> KeysAsync(CancellationToken stop)
    {
        if (Manifest.Entries.FirstOrDefault(entry => entry.Name == BackupManifest.KeysEntry) is not { } told) return [];
        await using var content = Open(told);
        return await JsonSerializer.DeserializeAsync<List<BackedUpKey>>(content, BackupManifest.Json, stop) is { } keys && keys.TrueForAll(key => key is { Value.Length: BackedUpKey.Size })
            ? keys
            : throw new JsonException("A key in it is none.");
    }

    public void Dispose()
    {
        zip.Dispose();
        plain.Dispose();
    }

    static Stream Open(string path, string? passphrase)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);
        if (!PassphraseSeal.IsOn(file)) return file;
        try
        {
            return new UnsealedStream(file, passphrase ?? throw new BackupException(BackupMessages.NeedsPassphrase), fault => new BackupException(BackupMessages.Of(fault)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    void Index()
    {
        if (zip.Entries.Count > MostEntries) throw new BackupException(BackupMessages.TooManyEntries);
        foreach (var entry in zip.Entries)
        {
            if (!IsName(entry.FullName)) throw new BackupException(Told(entry.FullName, BackupMessages.BadName));
            if (!entries.TryAdd(entry.FullName, entry)) throw new BackupException(Told(entry.FullName, BackupMessages.Twice));
        }

        if (!entries.Remove(BackupManifest.Name, out var manifest) || manifest.Length > LongestManifest) throw new BackupException(BackupMessages.NoBackup);
        Manifest = Read(manifest);
    }

    static BackupManifest Read(ZipArchiveEntry entry)
    {
        using var content = new BoundedStream(entry.Open(), entry.Length);
        using var document = JsonDocument.Parse(content);
        // A newer one may have another shape.
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var format) && format.TryGetInt32(out var number) && number > BackupManifest.PresentFormat)
            throw new BackupException(BackupMessages.Newer);
        return document.Deserialize<BackupManifest>(BackupManifest.Json) is { } told && told.IsSound() ? told : throw new BackupException(BackupMessages.NoBackup);
    }

    static bool IsName(string name) =>
        name is BackupManifest.Name or BackupManifest.CardEntry or BackupManifest.KeysEntry || DocumentsName().IsMatch(name) || PrivateName().IsMatch(name)
        || (name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal) && FileStore.IsName(name[BackupManifest.FilesFolder.Length..]));

    static LocalText Told(string name, LocalText message)
    {
        var shown = name.Length > 100 ? name[..100] : name;
        return new($"{shown}: {message.Indonesian}", $"{shown}: {message.English}");
    }

    [GeneratedRegex(@"^documents/[a-z][a-z0-9-]{0,63}/[A-Za-z_][A-Za-z0-9_]{0,127}\.jsonl\z")]
    private static partial Regex DocumentsName();

    [GeneratedRegex(@"^private/[a-z][a-z0-9-]{0,63}/[0-9a-f]{32}\z")]
    private static partial Regex PrivateName();
}
