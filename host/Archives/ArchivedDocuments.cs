using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Archives;

/// <summary>Reads archived documents of one type, line by line, and finds what does not fit.</summary>
sealed class ArchivedDocuments(DocumentType type, int schema)
{
    readonly HashSet<Guid> ids = [];
    readonly HashSet<(int Key, string Values)> keys = [];

    /// <exception cref="JsonException">It does not fit; the message tells why.</exception>
    public Document Read(string line)
    {
        var json = Upgrade(JsonNode.Parse(line) as JsonObject ?? throw new JsonException("This is no document."));
        var document = type.Read(Encoding.UTF8.GetBytes(json.ToJsonString(Relaxed)));
        if (json["Id"] is null || document.Version < 1) throw new JsonException("Id or Version is missing.");
        if (WhatIsLost(json, JsonNode.Parse(type.Write(document)), "") is { } place) throw new JsonException($"{place} has no place in {type.Name}.");
        if (!ids.Add(document.Id)) throw new JsonException($"The Id {document.Id} is there twice.");
        CheckKeys(document);
        return document;
    }

    static JsonSerializerOptions Relaxed { get; } = DocumentJson.CreateOptions();

    JsonObject Upgrade(JsonObject json)
    {
        for (var step = schema; step < type.Schema; step++) json = type.Upgrades[step](json);
        return json;
    }

    void CheckKeys(Document document)
    {
        for (var i = 0; i < type.UniqueKeys.Count; i++)
        {
            var values = type.UniqueKeys[i].Parts.Select(part => part.Read(document)).ToList();
            if (values.All(value => value is not null) && !keys.Add((i, JsonSerializer.Serialize(values))))
                throw new JsonException($"Another {type.Name} before it has the same {type.UniqueKeys[i].Name}.");
        }
    }

    /// <summary>The first place of the original that does not come out of the document again; null where nothing is lost.</summary>
    static string? WhatIsLost(JsonNode? original, JsonNode? kept, string place) => (original, kept) switch
    {
        (null, _) => null,
        (JsonObject before, JsonObject after) => before.Select(member => WhatIsLost(member.Value, after[member.Key], $"{place}{JsonPointer.To(member.Key)}")).FirstOrDefault(lost => lost is not null),
        (JsonArray before, JsonArray after) when before.Count == after.Count => before.Select((item, i) => WhatIsLost(item, after[i], $"{place}/{i}")).FirstOrDefault(lost => lost is not null),
        _ => JsonNode.DeepEquals(original, kept) ? null : place,
    };
}
