using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Backups;

/// <summary>
/// Puts a backup's files beside those of the village that it becomes. Their names tell their content or are by chance, so that one more does no harm, whatever
/// becomes of the restore.
/// </summary>
sealed class RestoreFiles(FileStore files, PrivateFileStore privateFiles)
{
    /// <param name="backup">The backup.</param>
    /// <param name="from">Opens what is sealed in it.</param>
    /// <param name="village">The village.</param>
    /// <param name="tell">Is told how much is done, from 0 to 1.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="BackupException">A private file can't be opened.</exception>
    public async Task RunAsync(BackupReader backup, PartitionSeal from, Guid village, Action<double> tell, CancellationToken stop)
    {
        var entries = backup.Manifest.Entries.Where(entry => IsIn(entry, BackupManifest.FilesFolder) || IsIn(entry, BackupManifest.PrivateFolder)).ToList();
        foreach (var (done, entry) in entries.Index())
        {
            await using var content = backup.Open(entry);
            if (IsIn(entry, BackupManifest.FilesFolder)) await files.For(Partition.OfVillage(village)).SaveAsync(content, Path.GetExtension(entry.Name)[1..], stop);
            else await RestoreAsync(entry, content, from, village, stop);
            tell((double)(done + 1) / entries.Count);
        }
    }

    /// <summary>One that is there is saved once more, so that it is not taken away for its age while no document names it yet.</summary>
    async Task RestoreAsync(BackedUpEntry entry, Stream content, PartitionSeal from, Guid village, CancellationToken stop)
    {
        var (owner, name) = (entry.Name.Split('/')[1], entry.Name.Split('/')[2]);
        var stored = new byte[entry.Length];
        await content.ReadExactlyAsync(stored, stop);
        await privateFiles.Of(village, owner).KeepAsync(name, Opened(from, owner, name, stored), stop);
    }

    static byte[] Opened(PartitionSeal from, string owner, string name, byte[] stored)
    {
        try
        {
            return SealedFile.Open(from, owner, name, stored);
        }
        catch (StorageUnavailableException refusal)
        {
            throw new BackupException(BackupMessages.DoesNotFit(refusal.Message), refusal);
        }
    }

    static bool IsIn(BackedUpEntry entry, string folder) => entry.Name.StartsWith(folder, StringComparison.Ordinal);
}
