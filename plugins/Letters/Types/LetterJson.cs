using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SmartKampung.Letters.Types;

/// <summary>Letter types in files: camelCase, enums by their names, and nothing that this version does not know. Letters beyond ASCII stand as they are, since people read it.</summary>
static class LetterJson
{
    // Not generated at build time: that would lose what properties are where a file leaves them out.
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    public static LetterType? Read(ReadOnlySpan<byte> file) => JsonSerializer.Deserialize<LetterType>(file, Options);

    public static LetterType? Read(Stream file) => JsonSerializer.Deserialize<LetterType>(file, Options);

    public static string Write(LetterType type) => JsonSerializer.Serialize(type, Options);
}
