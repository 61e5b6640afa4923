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

    /// <summary>Short where it is a hash, since there are many of them.</summary>
    public static BsonValue OfTerm(string term) => term[0] == WordBeginnings.Mark ? (byte[])[3, .. Base64Url.DecodeFromChars(term.AsSpan(1))] : IndexKey.Of(term);

    IEnumerable<BsonValue> Find(string path, bool isPersonal, byte[] value, PartitionSeal seal) =>
        isPersonal && value.Length > IndexKey.Null.Length ? seal.Keys.Select(key => new BsonValue(Hash(path, value, key))) : [new BsonValue(value)];

    byte[] Hash(string path, byte[] value, PartitionKey key) => value.Length > IndexKey.Null.Length ? [1, .. key.HashOf($"{FieldOfType}.{path}", value)] : value;

    string TermOf(string word, PartitionKey key) => Base64Url.EncodeToString(key.HashOf(FieldOfType, Encoding.UTF8.GetBytes(word)).AsSpan(0, TermSize));

    string FieldOfType { get; } = $"{type.Owner}/{type.Name}";
}
