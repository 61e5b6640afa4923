using System.IO.Compression;
using System.Security.Cryptography;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Archives;

/// <summary>Reads an archive whole and collects what does not fit, before anything is saved.</summary>
sealed class ArchiveReader(ZipArchive zip, Manifest manifest, IReadOnlyCollection<string> skip, Func<string, DocumentSet?> documentsOf)
{
    const int MostErrors = 100;

    readonly List<ArchiveError> errors = [];

    public IReadOnlyList<ArchiveError> Errors => errors;

    public List<(DocumentType Type, Document Document)> Documents { get; } = [];

    public IEnumerable<ArchivedType> Types => manifest.Documents.Where(type => !skip.Contains(type.Module));

    public IReadOnlyList<ZipArchiveEntry> Files { get; } =
        [.. zip.Entries.Where(entry => entry.FullName.StartsWith(Manifest.FilesFolder, StringComparison.Ordinal) && entry.Name.Length > 0)];

    public IReadOnlyList<ArchivedFile> PrivateFiles { get; } = [.. (manifest.PrivateFiles ?? []).Where(file => !skip.Contains(file.Module))];

    public Task<Stream> OpenAsync(ArchivedFile file, CancellationToken stop) => zip.GetEntry(file.Entry())!.OpenAsync(stop);

    public async Task ReadAsync(CancellationToken stop)
    {
        foreach (var type in Types) await ReadAsync(type, stop);
        foreach (var file in Files) await CheckAsync(file, stop);
        foreach (var file in PrivateFiles) await CheckAsync(file, stop);
        if (Files.Count != manifest.Files) Refuse(Manifest.FilesFolder, null, ArchiveMessages.Missing);
    }

    async Task ReadAsync(ArchivedType archived, CancellationToken stop)
    {
        if (documentsOf(archived.Module) is not { } known) Refuse(archived.Entry(), null, ArchiveMessages.NotRunning(archived.Module));
        else if (known.Find(archived.Type) is not { } type) Refuse(archived.Entry(), null, ArchiveMessages.UnknownType(archived.Module, archived.Type));
        else if (archived.Schema > type.Schema) Refuse(archived.Entry(), null, ArchiveMessages.NewerSchema(archived.Type, archived.Schema, type.Schema));
        else if (await ReadLinesAsync(archived, type, stop) != archived.Count) Refuse(archived.Entry(), null, ArchiveMessages.Missing);
    }

    async Task<int> ReadLinesAsync(ArchivedType archived, DocumentType type, CancellationToken stop)
    {
        if (zip.GetEntry(archived.Entry()) is not { } entry) return -1;
        var documents = new ArchivedDocuments(type, archived.Schema);
        await using var content = await entry.OpenAsync(stop);
        var row = 0;
        await foreach (var line in DocumentLines.ReadAsync(content, stop))
        {
            if (++row > archived.Count || errors.Count == MostErrors) break;
            Add(documents, type, line, archived.Entry(), row);
        }

        return row;
    }

    /// <summary>A schema step is the module's own code, so it may throw anything.</summary>
    void Add(ArchivedDocuments documents, DocumentType type, string? line, string entry, int row)
    {
        try
        {
            if (line is null) Refuse(entry, row, ArchiveMessages.TooLong);
            else Documents.Add((type, documents.Read(line)));
        }
        catch (Exception failure)
        {
            Refuse(entry, row, ArchiveMessages.Row(failure.Message));
        }
    }

    async Task CheckAsync(ArchivedFile file, CancellationToken stop)
    {
        if (documentsOf(file.Module) is null) Refuse(file.Entry(), null, ArchiveMessages.NotRunning(file.Module));
        else if (zip.GetEntry(file.Entry()) is not { } entry) Refuse(file.Entry(), null, ArchiveMessages.Missing);
        else if (!Storage.PrivateFiles.IsName(file.Name) || await HashOfAsync(entry, stop) != file.Sha256) Refuse(file.Entry(), null, ArchiveMessages.Damaged);
    }

    async Task CheckAsync(ZipArchiveEntry file, CancellationToken stop)
    {
        if (!FileStore.IsName(file.Name) || await HashOfAsync(file, stop) != Path.GetFileNameWithoutExtension(file.Name)) Refuse(file.FullName, null, ArchiveMessages.Damaged);
    }

    static async Task<string> HashOfAsync(ZipArchiveEntry file, CancellationToken stop)
    {
        await using var content = await file.OpenAsync(stop);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
    }

    void Refuse(string file, int? row, LocalText message)
    {
        if (errors.Count < MostErrors) errors.Add(new(file, row, message));
    }
}

/// <param name="File">The place in the archive.</param>
/// <param name="Row">The line there, from 1; null where the whole file is meant.</param>
/// <param name="Message">What is wrong.</param>
sealed record ArchiveError(string File, int? Row, LocalText Message);
