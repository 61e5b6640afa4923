using System.Buffers.Text;
using System.Text;
using LiteDB;
using SmartKampung.Host.Search.Analysis;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// What the file gets to look a type's documents up by: values, or hashes of personal ones. A missing value is told as it is; a hash stands
/// where values stand, behind it.
/// </summary>
sealed class StoredKeys(DocumentType type)
{
    const int TermSize = 8;

    /// <summary>After every document's id and weight.</summary>
    static readonly byte[] Behind = [.. Enumerable.Repeat(byte.MaxValue, 18)];

    public BsonValue Of(DocumentIndex index, Document document, PartitionKey? key)
    {
        var values = IndexKey.ForProperty(index, document);
        if (!index.IsPersonal) return values;
        return values.IsArray ? new BsonArray(values.AsArray.Select(value => HashOf(value))) : HashOf(values);

        BsonValue HashOf(BsonValue value) => Hash(index.Path, value.AsBinary, key!);
    }

    /// <summary>None or one key.</summary>
    public BsonArray Of(UniqueKey unique, Document document, PartitionKey? key)
    {
        var keys = IndexKey.ForUnique(unique, document);
        return unique.IsPersonal ? new BsonArray(keys.Select(value => new BsonValue(Hash(unique.Name, value.AsBinary, key!)))) : keys;
    }

    public WeightedTerms TermsOf(SearchedText searched, Document document, PartitionKey? key) => searched.TermsOf(document, word => TermOf(word, key!));

    /// <summary>Every key that a document with this value may have.</summary>
    public IEnumerable<BsonValue> Find(DocumentIndex index, byte[] value, PartitionSeal seal) => Find(index.Path, index.IsPersonal, value, seal);

    public IEnumerable<BsonValue> Find(UniqueKey unique, byte[] value, PartitionSeal seal) => Find(unique.Name, unique.IsPersonal, value, seal);

    public SearchQuery Find(SearchQuery query, PartitionSeal seal)
    {
        var keys = seal.Keys;
        return query.WithHashes(word => keys.Select(key => TermOf(word, key)));
    }

    public static BsonValue OfTerm(string term) => IndexKey.Of(term);

    /// <summary>A hash is followed by its weight and the document, so that the index has what a word finds in the order in which it is shown.</summary>
    public static BsonValue OfTerm(string term, byte weight, Guid document) =>
        term[0] == WordBeginnings.Mark ? (byte[])[.. OfHash(term), Heavier(weight), .. document.ToByteArray(bigEndian: true)] : IndexKey.Of(term);

    /// <summary>The keys of a hash in all documents.</summary>
    public static KeyRange RangeOf(string hash) => new(OfHash(hash), [.. OfHash(hash), .. Behind], IsExact: true);

    /// <summary>Those where it has this weight.</summary>
    public static KeyRange RangeOf(string hash, byte weight) => new([.. OfHash(hash), Heavier(weight)], [.. OfHash(hash), Heavier(weight), .. Behind], IsExact: true);

    static byte[] OfHash(string hash) => [3, .. Base64Url.DecodeFromChars(hash.AsSpan(1))];

    static byte Heavier(byte weight) => (byte)(byte.MaxValue - weight);

    IEnumerable<BsonValue> Find(string path, bool isPersonal, byte[] value, PartitionSeal seal) =>
        isPersonal && value.Length > IndexKey.Null.Length ? seal.Keys.Select(key => new BsonValue(Hash(path, value, key))) : [new BsonValue(value)];

    byte[] Hash(string path, byte[] value, PartitionKey key) => value.Length > IndexKey.Null.Length ? [1, .. key.HashOf($"{FieldOfType}.{path}", value)] : value;

    string TermOf(string word, PartitionKey key) => Base64Url.EncodeToString(key.HashOf(FieldOfType, Encoding.UTF8.GetBytes(word)).AsSpan(0, TermSize));

    string FieldOfType { get; } = $"{type.Owner}/{type.Name}";
}
