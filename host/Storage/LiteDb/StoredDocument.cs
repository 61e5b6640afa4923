using System.Buffers.Binary;
using System.Numerics;
using LiteDB;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// A document as LiteDB keeps it: <c>_id</c>, version <c>v</c>, body <c>b</c> (JSON, then its checksum, since LiteDB has none),
/// a field for each index (<c>i0</c>, ...) and each unique key (<c>u0</c>, ...); for search its terms <c>t</c>, and with their weights <c>w</c>; its place <c>p</c>.
/// </summary>
static class StoredDocument
{
    /// <summary>LiteDB's limit is 16 MB, and a sealed document is a third longer; no page shows a document of this size.</summary>
    const int MaxBytes = 8 * 1024 * 1024;

    public const string Id = "_id";
    public const string Content = "b";
    public const string Terms = "t";
    public const string Weights = "w";
    public const string Place = "p";

    /// <exception cref="StorageUnavailableException">The type has personal data, and there is no key to seal them with.</exception>
    public static BsonDocument Write(DocumentType type, Document document, PartitionSeal seal)
    {
        var (keys, key) = (new StoredKeys(type), type.IsPersonal ? seal.Present : null);
        var stored = Raw(document, BodyOf(type, document, key));
        for (var i = 0; i < type.Indexes.Count; i++) stored["i" + i] = keys.Of(type.Indexes[i], document, key);
        for (var i = 0; i < type.UniqueKeys.Count; i++) stored["u" + i] = keys.Of(type.UniqueKeys[i], document, key);
        if (type.Searched is { } searched)
        {
            var (terms, place) = (keys.TermsOf(searched, document, key), keys.PlaceOf(document, key));
            stored[Terms] = new BsonArray(terms.Terms.Select((term, at) => StoredKeys.OfTerm(term, terms.Weights[at], document.Id, place)).Concat(StoredKeys.OfPlace(place, document.Id)));
            if (place.Length > 0) stored[Place] = place;
            stored[Weights] = terms.ToString();
        }

        return stored;
    }

    /// <summary>A document of a type that nobody here need know, without its indexes; <see cref="CollectionPreparation"/> makes them.</summary>
    public static BsonDocument Raw(Document head, byte[] body) => new()
    {
        ["_id"] = head.Id,
        ["v"] = head.Version,
        ["b"] = WithChecksum(body),
    };

    public static string WrittenTermsOf(BsonDocument stored) => stored[Weights].AsString;

    /// <exception cref="EngineFailureException">The body is not as it was written.</exception>
    public static ReadOnlySpan<byte> Body(BsonDocument stored)
    {
        if (stored["b"] is not { IsBinary: true } value || value.AsBinary is not { Length: > 4 } bytes) throw Damaged();
        var body = bytes.AsSpan(0, bytes.Length - 4);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(body.Length)) == Checksum(body) ? body : throw Damaged();
    }

    static byte[] BodyOf(DocumentType type, Document document, PartitionKey? key)
    {
        var body = type.Write(document);
        if (body.Length > MaxBytes) throw new ArgumentException($"A {type.Name} of {body.Length} bytes is too large to be stored.");
        return key is null ? body : key.Seal(type.Owner, type.Name, document, body).Write();
    }

    static byte[] WithChecksum(byte[] body)
    {
        var stored = new byte[body.Length + 4];
        body.CopyTo(stored, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(stored.AsSpan(body.Length), Checksum(body));
        return stored;
    }

    static uint Checksum(ReadOnlySpan<byte> body)
    {
        var sum = uint.MaxValue;
        for (; body.Length >= 8; body = body[8..]) sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(body));
        foreach (var one in body) sum = BitOperations.Crc32C(sum, one);
        return sum;
    }

    static EngineFailureException Damaged() => new(new InvalidDataException("A stored document is damaged."));
}
