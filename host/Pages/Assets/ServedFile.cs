using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>How stored files of a kind are served.</summary>
/// <param name="ContentType">The content type.</param>
/// <param name="IsAttachment">Whether browsers save it instead of showing it.</param>
sealed partial record ServedFile(string ContentType, bool IsAttachment = false)
{
    static readonly FrozenDictionary<string, ServedFile> Kinds = new Dictionary<string, ServedFile>
    {
        ["jpg"] = new("image/jpeg"),
        ["jpeg"] = new("image/jpeg"),
        ["png"] = new("image/png"),
        ["webp"] = new("image/webp"),
        ["avif"] = new("image/avif"),
        ["gif"] = new("image/gif"),
        ["svg"] = new("image/svg+xml"),
        ["pdf"] = new("application/pdf"),
        ["mp4"] = new("video/mp4"),
        ["docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsAttachment: true),
        ["xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsAttachment: true),
        ["odt"] = new("application/vnd.oasis.opendocument.text", IsAttachment: true),
        ["ods"] = new("application/vnd.oasis.opendocument.spreadsheet", IsAttachment: true),
        ["csv"] = new("text/csv; charset=utf-8", IsAttachment: true),
    }.ToFrozenDictionary();

    /// <summary>The kind of a stored file, or null for a name that no stored file has.</summary>
    public static ServedFile? KindOf(string file) =>
        NamePattern().Match(file) is { Success: true } match ? Kinds.GetValueOrDefault(match.Groups[1].Value) : null;

    [GeneratedRegex("^[0-9a-f]{64}\\.([a-z0-9]{1,5})$")]
    private static partial Regex NamePattern();
}
