using System.Text.Json.Nodes;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Audit;

/// <summary>What differs between two states of a document, property by property.</summary>
static class FieldChanges
{
    const int LongestValue = 500;
    public const string Masked = "•••";
    /// <summary>How everything begins that ASP.NET Core's data protection wrote.</summary>
    const string ProtectedPrefix = "CfDJ8";

    const string Version = nameof(Document.Version);

    static readonly string[] Names = ["Title", "Name", "Module", "Role", "Slug"];

    public static IReadOnlyList<AuditedField> Between(DocumentType type, JsonObject? before, JsonObject? after)
    {
        var fields = new List<AuditedField>();
        Compare(type, "", before, after, fields);
        return fields;
    }

    /// <summary>What the document is called, unless that is a person's name.</summary>
    public static string LabelOf(DocumentType type, JsonObject document) =>
        Names.Where(name => !IsMasked(type, name)).Select(name => document[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null).FirstOrDefault(text => text is not null) is { } label
            ? Shorten(label)
            : "";

    static void Compare(DocumentType type, string path, JsonObject? before, JsonObject? after, List<AuditedField> fields)
    {
        foreach (var name in (before?.Select(field => field.Key) ?? []).Union(after?.Select(field => field.Key) ?? []))
        {
            if (path.Length == 0 && name is Version or nameof(Document.Id)) continue;
            Compare(type, path.Length == 0 ? name : $"{path}.{name}", before?[name], after?[name], fields);
        }
    }

    static void Compare(DocumentType type, string path, JsonNode? before, JsonNode? after, List<AuditedField> fields)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        if (IsMasked(type, path) || HidesPersonal(type, path, before, after) || IsProtected(before) || IsProtected(after)) fields.Add(new(path, before is null ? null : Masked, after is null ? null : Masked));
        else if (before is null or JsonObject && after is null or JsonObject) Compare(type, path, before as JsonObject, after as JsonObject, fields);
        else fields.Add(new(path, Write(before), Write(after)));
    }

    static bool IsMasked(DocumentType type, string path) => PersonalPath.Covers(type.PersonalData.Concat(type.Secrets), path);

    /// <summary>A list is told as a whole, so it is masked where anything in its items is.</summary>
    static bool HidesPersonal(DocumentType type, string path, JsonNode? before, JsonNode? after) => (before ?? after) is JsonArray && PersonalPath.LiesIn(type.PersonalData, path);

    /// <summary>A value that the installation's keys protect, such as a secret among settings.</summary>
    static bool IsProtected(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var written) && written.Contains(ProtectedPrefix, StringComparison.Ordinal);

    static string? Write(JsonNode? value) => value is null ? null : Shorten(value.ToJsonString(Readable));

    static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Shorten(string text) => text.Length <= LongestValue ? text : string.Concat(Whole(text), "…");

    /// <summary>Never half of a character.</summary>
    static ReadOnlySpan<char> Whole(string text) => text.AsSpan(0, char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue);
}
