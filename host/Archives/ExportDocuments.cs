using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Archives;

/// <summary>
/// Writes all documents and files of a village into an archive, those of modules that do not run too. The host's own (events and jobs that wait, who did what)
/// are not among them.
/// </summary>
sealed class ExportDocuments(IDocumentStore store, FileStore files, PrivateFileStore privateFiles, IModuleCatalog modules, TimeProvider clock)
{
    static readonly string[] HostsOwn = ["host", AuditDocuments.Owner];

    /// <returns>The archive, gone when it is closed.</returns>
    public async Task<Stream> RunAsync(VillageEntry village, CancellationToken stop)
    {
        var archive = TemporaryFile.Create();
        try
        {
            await using (var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop)) await WriteAsync(zip, village, stop);
            archive.Position = 0;
            return archive;
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    async Task WriteAsync(ZipArchive zip, VillageEntry village, CancellationToken stop)
    {
        var partition = Partition.OfVillage(village.Id);
        var writtenAt = clock.GetUtcNow();
        var types = await WriteDocumentsAsync(zip, partition, stop);
        var count = await WriteFilesAsync(zip, partition, stop);
        var ofModules = await WritePrivateAsync(zip, village.Id, stop);
        await using var entry = await zip.CreateEntry(Manifest.Name).OpenAsync(stop);
        var manifest = new Manifest(Manifest.PresentFormat, writtenAt, new(village.Code, village.Name), types, count, ofModules);
        await JsonSerializer.SerializeAsync(entry, manifest, ApiJson.Options, stop);
    }

    async Task<List<ArchivedType>> WriteDocumentsAsync(ZipArchive zip, Partition partition, CancellationToken stop)
    {
        using var copy = store.Copy(partition);
        var types = new List<ArchivedType>();
        foreach (var type in copy.Types.Where(type => !HostsOwn.Contains(type.Owner)))
        {
            var documents = copy.Read(type);
            if (documents.Count == 0) continue;
            var archived = new ArchivedType(type.Owner, modules.Find(type.Owner)?.Version, type.Name, type.Schema, documents.Count);
            types.Add(archived);
            await WriteLinesAsync(zip.CreateEntry(archived.Entry()), documents, stop);
        }

        return types;
    }

    static async Task WriteLinesAsync(ZipArchiveEntry entry, IReadOnlyList<byte[]> documents, CancellationToken stop)
    {
        await using var lines = await entry.OpenAsync(stop);
        foreach (var document in documents)
        {
            await lines.WriteAsync(document, stop);
            await lines.WriteAsync("\n"u8.ToArray(), stop);
        }
    }

    async Task<int> WriteFilesAsync(ZipArchive zip, Partition partition, CancellationToken stop)
    {
        var count = 0;
        foreach (var name in files.NamesIn(partition))
        {
            await using var file = await files.For(partition).OpenAsync(name, stop);
            if (file is null) continue;
            await using var entry = await zip.CreateEntry(Manifest.FilesFolder + name, CompressionLevel.NoCompression).OpenAsync(stop);
            await file.CopyToAsync(entry, stop);
            count++;
        }

        return count;
    }

    async Task<List<ArchivedFile>> WritePrivateAsync(ZipArchive zip, Guid village, CancellationToken stop)
    {
        var written = new List<ArchivedFile>();
        foreach (var kept in privateFiles.In(village))
            foreach (var name in kept.Names().Order(StringComparer.Ordinal))
                if (await kept.ReadAsync(name, stop) is { } content) written.Add(await WriteAsync(zip, kept.Owner, name, content, stop));
        return written;
    }

    static async Task<ArchivedFile> WriteAsync(ZipArchive zip, string module, string name, byte[] content, CancellationToken stop)
    {
        var file = new ArchivedFile(module, name, Convert.ToHexStringLower(SHA256.HashData(content)));
        await using var entry = await zip.CreateEntry(file.Entry(), CompressionLevel.NoCompression).OpenAsync(stop);
        await entry.WriteAsync(content, stop);
        return file;
    }
}
