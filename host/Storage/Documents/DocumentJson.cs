using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>How documents are written: exact, and with options of their own for each module so that its types can be unloaded.</summary>
static class DocumentJson
{
    public static JsonSerializerOptions CreateOptions() => new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(), new TextConverter() },
    };

    /// <summary>Refuses half of a surrogate pair, which JSON can't hold: it would come out as another character.</summary>
    sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            if (!IsWellFormed(value)) throw new ArgumentException("Text holds half of a surrogate pair and can't be stored.");
            writer.WriteStringValue(value);
        }

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            if (!IsWellFormed(value)) throw new ArgumentException("A key holds half of a surrogate pair and can't be stored.");
            writer.WritePropertyName(value);
        }

        static bool IsWellFormed(string value)
        {
            var from = value.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
            for (var i = from; i >= 0 && i < value.Length; i++)
            {
                if (!char.IsSurrogate(value[i])) continue;
                if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1])) return false;
                i++;
            }

            return true;
        }
    }
}
