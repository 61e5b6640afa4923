namespace SmartKampung.Host.Archives;

/// <summary>What an archive holds: its <c>manifest.json</c>.</summary>
/// <param name="Format">The version of the archive's own form.</param>
/// <param name="WrittenAt">When the documents were so.</param>
/// <param name="Village">The village that they come from.</param>
/// <param name="Documents">The files of documents.</param>
/// <param name="Files">How many stored files there are.</param>
/// <param name="PrivateFiles">The private files of modules; missing in archives from before there were any.</param>
sealed record Manifest(int Format, DateTimeOffset WrittenAt, ArchivedVillage Village, IReadOnlyList<ArchivedType> Documents, int Files, IReadOnlyList<ArchivedFile>? PrivateFiles = null)
{
    public const string Name = "manifest.json";

    public const string FilesFolder = "files/";

    public const int PresentFormat = 2;

    /// <summary>Whether every type is described once and in full; it comes from outside, and JSON has nulls where the types here have none.</summary>
    public bool IsSound() =>
        Format > 0 && (PrivateFiles ?? []).All(file => file is not null) && Documents.All(type => type is { Schema: > 0, Count: >= 0 }) && Documents.DistinctBy(type => (type.Module, type.Type)).Count() == Documents.Count;
}

/// <param name="Code">The village's code.</param>
/// <param name="Name">Its name.</param>
sealed record ArchivedVillage(string Code, string Name);

/// <param name="Module">The module that owns the documents.</param>
/// <param name="ModuleVersion">The version that ran when they were exported; null where it did not run.</param>
/// <param name="Type">The documents' type.</param>
/// <param name="Schema">The schema that they have; a newer module brings them to its own.</param>
/// <param name="Count">How many there are.</param>
sealed record ArchivedType(string Module, string? ModuleVersion, string Type, int Schema, int Count)
{
    /// <summary>Where they lie: one document as JSON on each line.</summary>
    public string Entry() => $"documents/{Module}/{Type}.jsonl";
}

/// <param name="Module">The module that owns the file.</param>
/// <param name="Name">Its name, as documents hold it.</param>
/// <param name="Sha256">The hash of its content, in small hexadecimal digits.</param>
sealed record ArchivedFile(string Module, string Name, string Sha256)
{
    /// <summary>Where it lies, opened as the documents are.</summary>
    public string Entry() => $"private/{Module}/{Name}";
}
