using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartKampung.Letters.Types;

/// <summary>Letter types in files: camelCase, and nothing that this version does not know.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    Converters = [typeof(CamelCase<Audience>), typeof(CamelCase<FieldKind>), typeof(CamelCase<StepKind>), typeof(CamelCase<StepTerritory>), typeof(CamelCase<PaperSize>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, ReadCommentHandling = JsonCommentHandling.Disallow)]
[JsonSerializable(typeof(LetterType))]
sealed partial class LetterJson : JsonSerializerContext
{
    /// <summary>The same, with letters beyond ASCII as they are, for files that people read.</summary>
    public static LetterJson File => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(LetterType type) => JsonSerializer.Serialize(type, File.LetterType);
}

/// <summary>Enums by their names in camelCase.</summary>
sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;
