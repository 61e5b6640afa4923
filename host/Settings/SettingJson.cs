using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartKampung.Host.Settings;

/// <summary>How values of settings are written: strictly by their type, enum members by name.</summary>
static class SettingJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
