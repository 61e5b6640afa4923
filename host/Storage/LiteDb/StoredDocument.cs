using System.Buffers.Binary;
using System.Numerics;
using LiteDB;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// A document as LiteDB keeps it: <c>_id</c>, version <c>v</c>, body <c>b</c> (JSON, then its checksum, since LiteDB has none),
/// a field for each index (<c>i0</c>, ...) and each unique key (<c>u0</c>, ...); for search its terms <c>t</c>, and with their weights <c>w</c>.
/// </summary>
static class StoredDocument
{
    /// <summary>LiteDB's limit is 16 MB; no page shows a document of this size.</summary>
    const int MaxBytes = 8 * 1024 * 1024;

    public const string Terms = "t";
    const string Weights = "w";

    /// <summary>What a search reads of a document: LiteDB passes over the many terms that it need not return.</summary>
    public const string Searchable = "{_id: $._id, b: $.b, w: $.w}";

    public static BsonDocument Write(DocumentType type, Document document)
    {
        var stored = new BsonDocument
        {
            ["_id"] = document.Id,
            ["v"] = document.Version,
            ["b"] = Seal(type.Write(document), type.Name),
        };
        for (var i = 0; i < type.Indexes.Count; i++) stored["i" + i] = IndexKey.ForProperty(type.Indexes[i], document);
        for (var i = 0; i < type.UniqueKeys.Count; i++) stored["u" + i] = IndexKey.ForUnique(type.UniqueKeys[i], document);
        if (type.Searched?.TermsOf(document) is { } terms)
        {
            stored[Terms] = new BsonArray(terms.Terms.Select(term => new BsonValue(IndexKey.Of(term))));
            stored[Weights] = terms.ToString();
        }

        return stored;
    }

    /// <summary>A document of a type that nobody here need know, without its indexes; <see cref="CollectionPreparation"/> makes them.</summary>
    public static BsonDocument Raw(Document head, byte[] body) => new()
    {
        ["_id"] = head.Id,
        ["v"] = head.Version,
        ["b"] = Seal(body, "document"),
    };

    public static WeightedTerms TermsOf(BsonDocument stored) => WeightedTerms.Parse(stored[Weights].AsString);

    public static Document Read(DocumentType type, BsonDocument stored) => type.Read(Body(stored));

    /// <exception cref="EngineFailureException">The body is not as it was written.</exception>
    public static ReadOnlySpan<byte> Body(BsonDocument stored)
    {
        if (stored["b"] is not { IsBinary: true } value || value.AsBinary is not { Length: > 4 } bytes) throw Damaged();
        var body = bytes.AsSpan(0, bytes.Length - 4);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(body.Length)) == Checksum(body) ? body : throw Damaged();
    }

    static byte[] Seal(byte[] body, string type)
    {
        if (body.Length > MaxBytes) throw new ArgumentException($"A {type} of {body.Length} bytes is too large to be stored.");
        var sealedBody = new byte[body.Length + 4];
        body.CopyTo(sealedBody, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(sealedBody.AsSpan(body.Length), Checksum(body));
        return sealedBody;
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
