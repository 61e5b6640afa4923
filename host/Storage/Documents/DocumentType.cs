using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SmartKampung.Host.Search.Analysis;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>A type of documents, checked, with all that an engine needs to keep it.</summary>
sealed class DocumentType(string owner, JsonTypeInfo json)
{
    public string Owner { get; } = owner;

    public Type Type => json.Type;

    /// <summary>Whether readers may share a document.</summary>
    public bool IsImmutable { get; } = ImmutableType.Is(json.Type);

    /// <summary>The name in storage; it stays when the class moves to another namespace.</summary>
    public string Name { get; } = json.Type.Name;

    public required IReadOnlyList<DocumentIndex> Indexes { get; init; }

    public required IReadOnlyList<UniqueKey> UniqueKeys { get; init; }

    /// <summary>Paths of the properties that tell something of a person.</summary>
    public required IReadOnlyList<string> PersonalData { get; init; }

    /// <summary>Whether the documents are sealed.</summary>
    public bool IsPersonal => PersonalData.Count > 0;

    /// <summary>Properties that prove something, such as passwords, and are shown to nobody.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Properties that only the host's own working changes.</summary>
    public required IReadOnlyList<string> Housekeeping { get; init; }

    /// <summary>Where a document's part of the village stands, or null where documents belong to no part.</summary>
    public TerritoryProperty? Territory { get; init; }

    /// <summary>What full-text search looks at, or null where it can't find these documents.</summary>
    public SearchedText? Searched { get; init; }

    /// <summary>Whether its hashed words tell where it lies too, so that a part of the village is searched as quickly as all of it.</summary>
    public bool IsFoundByPlace => Territory is not null && Searched is { IsPersonal: true };

    public required IReadOnlyDictionary<int, Func<JsonObject, JsonObject>> Upgrades { get; init; }

    public int Schema => Upgrades.Count == 0 ? 1 : Upgrades.Keys.Max() + 1;

    public byte[] Write(Document document) => JsonSerializer.SerializeToUtf8Bytes(document, json);

    public Document Read(ReadOnlySpan<byte> body) =>
        (Document)(JsonSerializer.Deserialize(body, json) ?? throw new JsonException($"A stored {Name} is null."));
}

/// <summary>The property that names the part of the village.</summary>
sealed record TerritoryProperty(LambdaExpression Path, string Name, Func<object, Territory?> Read);

/// <summary>An index over a property; over the items, where it is a list. One of personal data holds hashes, which know no order.</summary>
sealed record DocumentIndex(string Path, Type ValueType, bool IsList, bool IsPersonal, Func<object, object?> Read);

/// <summary>Property paths that identify a document together.</summary>
sealed record UniqueKey(IReadOnlyList<DocumentIndex> Parts)
{
    public string Name { get; } = string.Join(", ", Parts.Select(part => part.Path));

    public bool IsPersonal { get; } = Parts.Any(part => part.IsPersonal);
}
