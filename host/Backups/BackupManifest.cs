using System.Text.Json;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Backups;

/// <summary>What a backup holds: its last entry, <c>manifest.json</c>.</summary>
/// <param name="Format">The version of the backup's own form.</param>
/// <param name="Host">The version of the host that made it.</param>
/// <param name="MadeAt">When the documents were so.</param>
/// <param name="Village">The village.</param>
/// <param name="Modules">The modules that were there, with their versions.</param>
/// <param name="Documents">The types of documents, each in an entry of its own.</param>
/// <param name="Files">How many stored files there are.</param>
/// <param name="Entries">Every entry but the manifest itself.</param>
/// <param name="PrivateFiles">How many private files of modules there are.</param>
sealed record BackupManifest(
    int Format, string Host, DateTimeOffset MadeAt, BackedUpVillage Village, IReadOnlyList<BackedUpModule> Modules, IReadOnlyList<BackedUpType> Documents, int Files,
    IReadOnlyList<BackedUpEntry> Entries, int PrivateFiles = 0)
{
    public const string Name = "manifest.json";

    public const string DocumentsFolder = "documents/";

    public const string FilesFolder = "files/";

    /// <summary>Files of modules, sealed as they lie there: a folder for each module.</summary>
    public const string PrivateFolder = "private/";

    /// <summary>What the installation keeps of the village.</summary>
    public const string CardEntry = "village.json";

    /// <summary>The keys of what is sealed in it; only where the whole backup is encrypted.</summary>
    public const string KeysEntry = "keys.json";

    /// <summary>2: documents with personal data are sealed. 3: there may be private files.</summary>
    public const int PresentFormat = 3;

    public static JsonSerializerOptions Json { get; } = Options();

    /// <summary>Whether nothing in it is null; it comes from outside, and lists in JSON have nulls where those here have none.</summary>
    public bool IsSound() => Modules.All(module => module is not null) && Documents.All(type => type is { Schema: > 0, Count: >= 0 }) && Entries.All(entry => entry is { Length: >= 0 });

    public int AllFiles => Files + PrivateFiles;

    public long Bytes => Entries.Sum(entry => entry.Length);

    static JsonSerializerOptions Options()
    {
        var options = DocumentJson.CreateOptions();
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        return options;
    }
}

/// <summary>The village when the backup was made.</summary>
sealed record BackedUpVillage(Guid Id, string Code, string Name);

/// <summary>A module that the installation had.</summary>
sealed record BackedUpModule(string Id, string Version);

/// <param name="Owner">The module that owns the documents, or a room of the host.</param>
/// <param name="Type">The documents' type.</param>
/// <param name="Schema">The schema that they have; a newer module brings them to its own.</param>
/// <param name="Count">How many there are.</param>
sealed record BackedUpType(string Owner, string Type, int Schema, int Count)
{
    /// <summary>Where they lie: one document as JSON on each line.</summary>
    public string Entry() => $"{BackupManifest.DocumentsFolder}{Owner}/{Type}.jsonl";
}

/// <param name="Name">Its place in the backup.</param>
/// <param name="Length">Its bytes, unpacked.</param>
/// <param name="Sha256">The hash of these bytes, in small hexadecimal digits.</param>
sealed record BackedUpEntry(string Name, long Length, string Sha256);
