using System.Text.Json;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Background;

/// <summary>How a module's events are written: exact, and with options of its own so that its types can be unloaded.</summary>
sealed class EventJson
{
    readonly JsonSerializerOptions options = DocumentJson.CreateOptions();

    public static string NameOf(Type type) => type.FullName!;

    public string Write(object happened) => JsonSerializer.Serialize(happened, happened.GetType(), options);

    public object Read(string body, Type type) => JsonSerializer.Deserialize(body, type, options) ?? throw new JsonException("A stored event is null.");
}
