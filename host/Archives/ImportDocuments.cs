using System.IO.Compression;
using System.Text.Json;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Archives;

/// <summary>Brings an archive's documents and files into a village that has none of these types: all of them, or none.</summary>
sealed class ImportDocuments(IDocumentStore store, Outbox outbox, FileStore files, PrivateFileStore privateFiles, Func<string, DocumentSet?> documentsOf)
{
    const int LongestManifest = 1024 * 1024;

    /// <param name="village">The village that gets them.</param>
    /// <param name="archive">The archive, a stream that can be searched.</param>
    /// <param name="skip">Modules that are left out.</param>
    /// <param name="isTrial">Only tells what would be done.</param>
    /// <param name="stop">Cancels it before anything is saved.</param>
    public async Task<(ImportedArchive? Done, ArchiveRefusal? Refusal)> RunAsync(
        VillageEntry village, Stream archive, IReadOnlyCollection<string> skip, bool isTrial, CancellationToken stop)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop);
            if (await ManifestOfAsync(zip, stop) is not { } manifest || !manifest.IsSound()) return (null, new(ArchiveMessages.NoArchive));
            if (manifest.Format > Manifest.PresentFormat) return (null, new(ArchiveMessages.Newer));
            return await RunAsync(Partition.OfVillage(village.Id), new(zip, manifest, skip, documentsOf), isTrial, stop);
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            return (null, new(ArchiveMessages.NoArchive));
        }
    }

    async Task<(ImportedArchive?, ArchiveRefusal?)> RunAsync(Partition village, ArchiveReader archive, bool isTrial, CancellationToken stop)
    {
        await archive.ReadAsync(stop);
        if (archive.Errors.Count > 0) return (null, new(ArchiveMessages.Wrong) { Errors = archive.Errors });
        if (PresentIn(village, archive) is { Length: > 0 } present) return (null, new(ArchiveMessages.NotEmpty(present), StatusCodes.Status409Conflict));
        if (!isTrial) await SaveAsync(village, archive, stop);
        return (new(archive.Documents.Count, archive.Files.Count + archive.PrivateFiles.Count, isTrial), null);
    }

    /// <summary>Files go first: a document never tells of one that is not there.</summary>
    async Task SaveAsync(Partition village, ArchiveReader archive, CancellationToken stop)
    {
        foreach (var file in archive.Files)
        {
            await using var content = await file.OpenAsync(stop);
            await files.For(village).SaveAsync(content, Path.GetExtension(file.Name)[1..], stop);
        }

        foreach (var file in archive.PrivateFiles) await SaveAsync(village, archive, file, stop);
        var behind = new PortalIsBehind(Scope.Village(village.Id).ToString(), null).AsEvent();
        if (archive.Documents.Count > 0) await outbox.RestoreAsync(village, archive.Documents, behind, stop);
    }

    async Task SaveAsync(Partition village, ArchiveReader archive, ArchivedFile file, CancellationToken stop)
    {
        await using var content = await archive.OpenAsync(file, stop);
        var opened = new MemoryStream();
        await content.CopyToAsync(opened, stop);
        await privateFiles.Of(village.Id, file.Module).KeepAsync(file.Name, opened.GetBuffer().AsMemory(0, (int)opened.Length), stop);
    }

    string PresentIn(Partition village, ArchiveReader archive)
    {
        using var copy = store.Copy(village);
        var present =
            from stored in copy.Types
            where archive.Types.Any(type => type.Module == stored.Owner && type.Type == stored.Name) && copy.Read(stored).Count > 0
            select $"{stored.Owner}/{stored.Name}";
        return string.Join(", ", present);
    }

    static async Task<Manifest?> ManifestOfAsync(ZipArchive zip, CancellationToken stop)
    {
        if (zip.GetEntry(Manifest.Name) is not { Length: <= LongestManifest } entry) return null;
        await using var content = await entry.OpenAsync(stop);
        return await JsonSerializer.DeserializeAsync<Manifest>(content, ApiJson.Options, stop);
    }
}

/// <summary>What an import did, or would do.</summary>
sealed record ImportedArchive(int Documents, int Files, bool DryRun);

/// <summary>Why nothing was imported.</summary>
sealed record ArchiveRefusal(LocalText Message, int Status = StatusCodes.Status422UnprocessableEntity)
{
    public IReadOnlyList<ArchiveError> Errors { get; init; } = [];

    public IResult In(HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        return Results.Problem(title: Message.In(language), statusCode: Status, extensions: new Dictionary<string, object?>
        {
            ["errors"] = Errors.Select(error => new { error.File, error.Row, Detail = error.Message.In(language) }).ToArray(),
        });
    }
}
