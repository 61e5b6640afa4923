using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using LiteDB;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// Writes canonical values as bytes whose order is the values' order, so that no comparison of LiteDB's own is trusted.
/// Long strings are cut: their keys find too much, never too little.
/// </summary>
static class IndexKey
{
    /// <summary>UTF-16 units of a string that a key holds; LiteDB allows 1,023 bytes, short keys keep its pages full.</summary>
    public const int MaxUnits = 100;

    public static readonly byte[] Null = [0];
    public static readonly byte[] First = [1];
    public static readonly byte[] Last = [2];

    public static byte[] Of(object? value) => value switch
    {
        null => Null,
        string text => OfText(text),
        long number => OfLong(number),
        bool flag => [1, flag ? (byte)1 : (byte)0],
        Guid id => [1, .. id.ToByteArray(bigEndian: true)],
        decimal number => OfDecimal(number),
        double number => OfDouble(number),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    /// <summary>Whether two different values can have this value's key.</summary>
    public static bool IsExact(object? value) => value switch
    {
        string text => text.Length < MaxUnits,
        double => false,
        _ => true,
    };

    /// <summary>Whether the index can't tell the two apart.</summary>
    public static bool IsSame(object? left, object? right) => (left, right) is (string one, string other)
        ? Cut(one).SequenceEqual(Cut(other))
        : Scalar.Compare(left, right) == 0;

    /// <summary>The last key that a string beginning with this one can have.</summary>
    public static byte[] LastWithPrefix(string prefix) => [.. OfText(prefix), .. Enumerable.Repeat((byte)0xFF, 2 * MaxUnits)];

    /// <summary>The key of several values together, or null where one of them is null.</summary>
    public static byte[]? OfAll(IEnumerable<object?> values)
    {
        var key = new List<byte>();
        foreach (var value in values)
        {
            if (value is null) return null;
            var part = value is string text ? Units(text) : Of(value);
            key.AddRange(BitConverter.GetBytes(part.Length));
            key.AddRange(part);
        }

        return key.Count <= 200 ? [.. key] : SHA256.HashData([.. key]);
    }

    public static BsonValue ForProperty(DocumentIndex index, Document document)
    {
        if (!index.IsList) return new BsonValue(Of(index.Read(document)));
        var items = (index.Read(document) as System.Collections.IEnumerable)?.Cast<object?>() ?? [];
        return new BsonArray(items.Select(Scalar.Canonical).Distinct().Select(item => new BsonValue(Of(item))));
    }

    /// <summary>None or one key, as an array: LiteDB then leaves documents without a key out of the index.</summary>
    public static BsonArray ForUnique(UniqueKey unique, Document document) =>
        OfAll(unique.Parts.Select(part => part.Read(document))) is { } key ? [new BsonValue(key)] : [];

    static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, MaxUnits));

    static byte[] OfText(string text) => [1, .. Units(Cut(text))];

    static byte[] Units(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 2];
        for (var i = 0; i < text.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), text[i]);
        return bytes;
    }

    static byte[] OfLong(long number)
    {
        var key = new byte[9];
        key[0] = 1;
        BinaryPrimitives.WriteInt64BigEndian(key.AsSpan(1), number ^ long.MinValue);
        return key;
    }

    /// <summary>NaN first, as .NET sorts it; 0 and -0 alike.</summary>
    static byte[] OfDouble(double number)
    {
        if (double.IsNaN(number)) return OfLong(long.MinValue);
        var bits = BitConverter.DoubleToInt64Bits(number == 0 ? 0 : number);
        return OfLong(bits < 0 ? bits ^ long.MaxValue : bits);
    }

    /// <summary>Sign, exponent and digits; all turned round for negative numbers.</summary>
    static byte[] OfDecimal(decimal number)
    {
        if (number == 0) return [1, 1];
        var digits = Math.Abs(number).ToString("E28", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits.AsSpan(31), CultureInfo.InvariantCulture);
        byte[] size = [(byte)(exponent + 64), .. digits.Where((_, place) => place is not 1 && place < 30).Select(digit => (byte)digit)];
        return number > 0 ? [1, 2, .. size] : [1, 0, .. size.Select(part => (byte)~part)];
    }
}
