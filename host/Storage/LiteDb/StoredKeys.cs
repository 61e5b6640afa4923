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

    const int HashEnd = 1 + TermSize;
    const int IdSize = 16;
    const byte OfWord = 3;
    const byte OfPart = 4;

    /// <summary>After every weight, place and document's id.</summary>
    static readonly byte[] Behind = [.. Enumerable.Repeat(byte.MaxValue, 1 + IdSize + WantedPlace.Size)];

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

    /// <summary>Where it lies; empty where its terms do not tell it.</summary>
    public byte[] PlaceOf(Document document, PartitionKey? key) => type.IsFoundByPlace ? WantedPlace.Write(type.Territory!.Read(document), (part, value) => PartOf(part, value, key!)) : [];

    public byte[] PartOf(string part, string value, PartitionKey key) => key.HashOf($"{FieldOfType}.{type.Territory!.Name}.{part} of terms", Encoding.UTF8.GetBytes(value));

    /// <summary>Every key that a document with this value may have.</summary>
    public IEnumerable<BsonValue> Find(DocumentIndex index, byte[] value, PartitionSeal seal) => Find(index.Path, index.IsPersonal, value, seal);

    public IEnumerable<BsonValue> Find(UniqueKey unique, byte[] value, PartitionSeal seal) => Find(unique.Name, unique.IsPersonal, value, seal);

    public SearchQuery Find(SearchQuery query, PartitionSeal seal)
    {
        var keys = seal.Keys;
        return query.WithHashes(word => keys.Select(key => TermOf(word, key)));
    }

    public static BsonValue OfTerm(string term) => IndexKey.Of(term);

    /// <summary>
    /// A hash is followed by its weight and the document, so that the index has what a word finds in the order in which it is shown; then by the place, so
    /// that what lies elsewhere is left out without being read.
    /// </summary>
    public static BsonValue OfTerm(string term, byte weight, Guid document, byte[] place) =>
        term[0] == WordBeginnings.Mark ? (byte[])[.. OfHash(term), Heavier(weight), .. document.ToByteArray(bigEndian: true), .. place] : IndexKey.Of(term);

    /// <summary>A term for the place itself, by which all that lies there is found; none without one.</summary>
    public static IEnumerable<BsonValue> OfPlace(byte[] place, Guid document) => place.Length == 0 ? [] : [(byte[])[OfPart, .. place, .. document.ToByteArray(bigEndian: true)]];

    /// <summary>The keys of all that lies in a part of the village.</summary>
    public static KeyRange RangeOfPlace(byte[] beginning) => new([OfPart, .. beginning], [OfPart, .. beginning, .. Behind], IsExact: false, IsOfOneEach: true);

    /// <summary>The document of a hash's key.</summary>
    public static Guid DocumentOf(byte[] key) => new(key.AsSpan(HashEnd + 1, IdSize), bigEndian: true);

    /// <summary>Where the document of a key lies.</summary>
    public static ReadOnlySpan<byte> PlaceOf(byte[] key) => key[0] == OfPart ? key.AsSpan(1, WantedPlace.Size) : key.AsSpan(HashEnd + 1 + IdSize);

    /// <summary>The keys of a hash in all documents.</summary>
    public static KeyRange RangeOf(string hash) => new(OfHash(hash), [.. OfHash(hash), .. Behind], IsExact: true, IsOfOneEach: true);

    /// <summary>Those where it has this weight.</summary>
    public static KeyRange RangeOf(string hash, byte weight) => new([.. OfHash(hash), Heavier(weight)], [.. OfHash(hash), Heavier(weight), .. Behind], IsExact: true, IsOfOneEach: true);

    static byte[] OfHash(string hash) => [OfWord, .. Base64Url.DecodeFromChars(hash.AsSpan(1))];

    static byte Heavier(byte weight) => (byte)(byte.MaxValue - weight);

    IEnumerable<BsonValue> Find(string path, bool isPersonal, byte[] value, PartitionSeal seal) =>
        isPersonal && value.Length > IndexKey.Null.Length ? seal.Keys.Select(key => new BsonValue(Hash(path, value, key))) : [new BsonValue(value)];

    byte[] Hash(string path, byte[] value, PartitionKey key) => value.Length > IndexKey.Null.Length ? [1, .. key.HashOf($"{FieldOfType}.{path}", value)] : value;

    string TermOf(string word, PartitionKey key) => Base64Url.EncodeToString(key.HashOf(FieldOfType, Encoding.UTF8.GetBytes(word)).AsSpan(0, TermSize));

    string FieldOfType { get; } = $"{type.Owner}/{type.Name}";
}
