using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SmartKampung.Host.Archives;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>Reads a backup whole and tells what is wrong with it; needs nothing of an installation.</summary>
sealed class CheckBackup(BackupReader backup)
{
    const int MostFaults = 20;
    const int LongestDocument = 8 * 1024 * 1024;

    readonly List<BackupFault> faults = [];

    /// <returns>What is wrong; nothing where the backup is whole.</returns>
    public static async Task<IReadOnlyList<BackupFault>> RunAsync(string path, string? passphrase, Action<double> tell, CancellationToken stop)
    {
        try
        {
            using var backup = await BackupReader.OpenAsync(path, passphrase, stop);
            return await new CheckBackup(backup).RunAsync(tell, stop);
        }
        catch (BackupException failure)
        {
            return [new(Path.GetFileName(path), failure.Told)];
        }
    }

    public async Task<IReadOnlyList<BackupFault>> RunAsync(Action<double> tell, CancellationToken stop)
    {
        var manifest = backup.Manifest;
        CheckLists(manifest);
        var (all, done) = (Math.Max(1, manifest.Bytes), 0L);
        foreach (var entry in faults.Count == 0 ? manifest.Entries : [])
        {
            if (faults.Count >= MostFaults) break;
            await TryCheckAsync(entry, stop);
            tell((double)(done += entry.Length) / all);
        }

        return faults;
    }

    /// <summary>The manifest and the file tell of the same entries, each once.</summary>
    void CheckLists(BackupManifest manifest)
    {
        var told = manifest.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        if (told.Count != manifest.Entries.Count) Add(BackupManifest.Name, BackupMessages.Twice);
        foreach (var name in backup.Names.Where(name => !told.Contains(name))) Add(name, BackupMessages.Added);
        foreach (var entry in manifest.Entries)
        {
            if (backup.LengthOf(entry.Name) < 0) Add(entry.Name, BackupMessages.Missing);
            else if (backup.LengthOf(entry.Name) != entry.Length) Add(entry.Name, BackupMessages.WrongLength);
        }

        if (!told.Contains(BackupManifest.CardEntry)) Add(BackupManifest.CardEntry, BackupMessages.Missing);
        if (backup.Files.Count() != manifest.Files) Add(BackupManifest.FilesFolder, BackupMessages.WrongCount);
        if (backup.PrivateFiles.Count() != manifest.PrivateFiles) Add(BackupManifest.PrivateFolder, BackupMessages.WrongCount);
        var documents = told.Where(name => name.StartsWith(BackupManifest.DocumentsFolder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        if (!documents.SequenceEqual(manifest.Documents.Select(type => type.Entry()).Order(StringComparer.Ordinal))) Add(BackupManifest.DocumentsFolder, BackupMessages.WrongCount);
    }

    async Task TryCheckAsync(BackedUpEntry entry, CancellationToken stop)
    {
        try
        {
            await CheckAsync(entry, stop);
        }
        catch (BackupException failure)
        {
            Add(entry.Name, failure.Told);
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException or FormatException)
        {
            Add(entry.Name, BackupMessages.Unreadable(failure.Message));
        }
    }

    async Task CheckAsync(BackedUpEntry entry, CancellationToken stop)
    {
        await using (var content = backup.Open(entry))
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) != entry.Sha256) Add(entry.Name, BackupMessages.WrongHash);
        }

        if (entry.Name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal)) CheckName(entry);
        else if (entry.Name.StartsWith(BackupManifest.PrivateFolder, StringComparison.Ordinal)) return;
        else if (entry.Name == BackupManifest.CardEntry) await backup.CardAsync(stop);
        else if (entry.Name == BackupManifest.KeysEntry) await backup.KeysAsync(stop);
        else await CheckLinesAsync(entry, backup.Manifest.Documents.First(type => type.Entry() == entry.Name), stop);
    }

    void CheckName(BackedUpEntry file)
    {
        if (Path.GetFileNameWithoutExtension(file.Name) != file.Sha256) Add(file.Name, BackupMessages.WrongHash);
    }

    async Task CheckLinesAsync(BackedUpEntry entry, BackedUpType type, CancellationToken stop)
    {
        await using var content = backup.Open(entry);
        var ids = new HashSet<Guid>();
        var row = 0;
        await foreach (var line in DocumentLines.ReadAsync(content, stop))
        {
            row++;
            if (WrongWith(line, ids) is not { } wrong) continue;
            Add(entry.Name, BackupMessages.Line(row, wrong));
            return;
        }

        if (row != type.Count) Add(entry.Name, BackupMessages.WrongCount);
    }

    static string? WrongWith(string? line, HashSet<Guid> ids)
    {
        if (line is null || Encoding.UTF8.GetByteCount(line) > LongestDocument) return "It is too long for a document.";
        if (JsonSerializer.Deserialize<DocumentHead>(line) is not { Version: > 0 } head || !line.Contains("\"Id\"", StringComparison.Ordinal)) return "Id or Version is missing.";
        SealedBody.Read(Encoding.UTF8.GetBytes(line));
        return ids.Add(head.Id) ? null : $"The Id {head.Id} is there twice.";
    }

    void Add(string entry, LocalText message)
    {
        if (faults.Count < MostFaults) faults.Add(new(entry, message));
    }
}

/// <summary>What every document has.</summary>
sealed record DocumentHead : Document;

/// <param name="Entry">Where in the backup.</param>
/// <param name="Message">What is wrong.</param>
sealed record BackupFault(string Entry, LocalText Message);
