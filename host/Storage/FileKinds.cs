using System.Collections.Frozen;

namespace SmartKampung.Host.Storage;

/// <summary>Kinds of files that are kept and served, by extension, with the content type they are served with.</summary>
static class FileKinds
{
    static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        ["avif"] = "image/avif",
        ["csv"] = "text/csv; charset=utf-8",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["gif"] = "image/gif",
        ["ics"] = "text/calendar; charset=utf-8",
        ["jpg"] = "image/jpeg",
        ["mp3"] = "audio/mpeg",
        ["mp4"] = "video/mp4",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["pdf"] = "application/pdf",
        ["png"] = "image/png",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["svg"] = "image/svg+xml",
        ["txt"] = "text/plain; charset=utf-8",
        ["webp"] = "image/webp",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Allows(string extension) => ContentTypes.ContainsKey(extension);

    /// <summary>The content type of a stored file's name, or null for a kind that is not served.</summary>
    public static string? ContentTypeOf(string file) => ContentTypes.GetValueOrDefault(file[(file.LastIndexOf('.') + 1)..]);
}
