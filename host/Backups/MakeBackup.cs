using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Makes the backup of a village while it is used: its documents as they are at one moment, then what the installation keeps of it and its
/// files, which never change under their names. What was written is read back before it counts.
/// </summary>
sealed class MakeBackup(
    IDocumentStore store, FileStore files, PrivateFileStore privateFiles, VillageCards cards, BackupFolder folder, BackupRecords records, VillageMarks marks, IModuleCatalog modules,
    PersonalSeals seals, DataFolder data, TimeProvider clock)
{
    public static string HostVersion { get; } = typeof(MakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <param name="village">The village.</param>
    /// <param name="cause">Why.</param>
    /// <param name="passphrase">Encrypts it, or null.</param>
    /// <param name="tell">Is told how much is done, from 0 to 1.</param>
    /// <param name="stop">Ends it; nothing is left then.</param>
    /// <exception cref="BackupException">It can't be made; nothing is left.</exception>
    public async Task<BackupRecord> RunAsync(VillageEntry village, BackupCause cause, string? passphrase, Action<double> tell, CancellationToken stop)
    {
        var partition = Partition.OfVillage(village.Id);
        folder.Demand(EstimateOf(partition));
        var made = new BackupRecord { Village = village.Id, MadeAt = clock.GetUtcNow(), Cause = cause, IsSealed = passphrase is not null, HasOwnPassphrase = passphrase is not null && passphrase != folder.Passphrase() };
        made = made with { File = NameOf(village, made) };
        try
        {
            made = await WriteAsync(village, partition, made, passphrase, tell, stop);
            await records.SaveAsync(made, stop);
            return made with { Version = 1 };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StorageUnavailableException)
        {
            throw new BackupException(BackupMessages.NotWritten(failure.Message), failure);
        }
        finally
        {
            folder.Discard(made.File);
        }
    }

    long EstimateOf(Partition partition)
    {
        var database = new FileInfo(data.DatabaseOf(partition));
        return files.SizeOf(partition) + privateFiles.In(partition.Id).Sum(kept => kept.Size()) + (database.Exists ? database.Length : 0);
    }

    static string NameOf(VillageEntry village, BackupRecord made) =>
        $"{village.Code}-{made.MadeAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{made.Id.ToString("N")[^8..]}.zip{(made.IsSealed ? ".sealed" : "")}";

    async Task<BackupRecord> WriteAsync(VillageEntry village, Partition partition, BackupRecord made, string? passphrase, Action<double> tell, CancellationToken stop)
    {
        await using var file = folder.Create(made.File);
        BackupManifest manifest;
        using (var copy = store.Copy(partition))
        {
            made = made with { MadeAt = clock.GetUtcNow(), Mark = await marks.OfAsync(village.Id, copy, stop), Pause = copy.Pause };
            manifest = await FillAsync(file, village, copy, made.MadeAt, passphrase, tell, stop);
        }

        file.Position = 0;
        made = made with
        {
            Bytes = file.Length,
            Hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)),
            Documents = manifest.Documents.Sum(type => type.Count),
            Files = manifest.AllFiles,
        };
        folder.Keep(file, made.File);
        return made with { IsVerified = await CheckBackup.RunAsync(folder.PathOf(made.File), passphrase, _ => { }, stop) is { Count: 0 } };
    }

    async Task<BackupManifest> FillAsync(
        FileStream file, VillageEntry village, IPartitionCopy copy, DateTimeOffset madeAt, string? passphrase, Action<double> tell, CancellationToken stop)
    {
        var seal = seals.Of(Partition.OfVillage(village.Id));
        await using var writer = new BackupWriter(file, passphrase);
        var types = AddDocuments(writer, copy, stop);
        writer.AddJson(BackupManifest.CardEntry, SealedCard.Seal(await cards.ReadAsync(village, stop), seal));
        if (passphrase is not null) writer.AddJson(BackupManifest.KeysEntry, seal.Keys.Select(key => new BackedUpKey(key.Id, key.Secret)).ToList());
        await AddFilesAsync(writer, Partition.OfVillage(village.Id), tell, stop);
        var manifest = new BackupManifest(
            BackupManifest.PresentFormat, HostVersion, madeAt, new(village.Id, village.Code, village.Name),
            [.. modules.Modules.Select(module => new BackedUpModule(module.Id, module.Version))], types,
            CountIn(BackupManifest.FilesFolder), writer.Entries, CountIn(BackupManifest.PrivateFolder));
        writer.Finish(manifest);
        return manifest;

        int CountIn(string folder) => writer.Entries.Count(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal));
    }

    static List<BackedUpType> AddDocuments(BackupWriter writer, IPartitionCopy copy, CancellationToken stop)
    {
        var types = new List<BackedUpType>();
        foreach (var type in copy.Types)
        {
            var backedUp = new BackedUpType(type.Owner, type.Name, type.Schema, 0);
            types.Add(backedUp with { Count = writer.AddLines(backedUp.Entry(), copy.StreamSealed(type), stop) });
        }

        return types;
    }

    async Task AddFilesAsync(BackupWriter writer, Partition partition, Action<double> tell, CancellationToken stop)
    {
        var all = StoredIn(partition, stop).Concat(PrivateIn(partition.Id, stop)).ToList();
        foreach (var (done, (name, open)) in all.Index())
        {
            await using var content = await open();
            if (content is not null) await writer.AddFileAsync(name, content, stop);
            tell((double)(done + 1) / all.Count);
        }
    }

    IEnumerable<(string Entry, Func<Task<Stream?>> Open)> StoredIn(Partition partition, CancellationToken stop) =>
        files.NamesIn(partition).Order(StringComparer.Ordinal).Select(name => (BackupManifest.FilesFolder + name, new Func<Task<Stream?>>(() => files.For(partition).OpenAsync(name, stop))));

    /// <summary>As sealed as they lie there.</summary>
    IEnumerable<(string Entry, Func<Task<Stream?>> Open)> PrivateIn(Guid village, CancellationToken stop) =>
        from kept in privateFiles.In(village)
        from name in kept.Names().Order(StringComparer.Ordinal)
        select ($"{BackupManifest.PrivateFolder}{kept.Owner}/{name}", new Func<Task<Stream?>>(async () => await kept.ReadSealedAsync(name, stop) is { } stored ? new MemoryStream(stored) : null));
}
