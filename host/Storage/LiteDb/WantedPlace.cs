using SmartKampung.Host.Storage.Queries;

namespace SmartKampung.Host.Storage.LiteDb;

/// <summary>
/// A part of the village as the keys of terms tell it: hashes of RW, RT and hamlet, one behind the other, so that all of an RT begin alike. What is null is not asked.
/// </summary>
sealed class WantedPlace(IReadOnlyList<byte[]?> parts)
{
    const int PartSize = 6;

    static readonly (string Name, Func<Territory, string?> Read)[] Parts =
        [(nameof(Territory.RwNumber), place => place.RwNumber), (nameof(Territory.RtNumber), place => place.RtNumber), (nameof(Territory.Hamlet), place => place.Hamlet)];

    public static int Size { get; } = Parts.Length * PartSize;

    /// <summary>What all that lies there begins with; empty where its RW is not asked.</summary>
    public byte[] Beginning { get; } = [.. parts.TakeWhile(part => part is not null).SelectMany(part => part!)];

    public string Name { get; } = string.Join('/', parts.Select(part => part is null ? "" : Convert.ToHexString(part)));

    /// <param name="place">Where a document lies; what is not known of it lies nowhere.</param>
    /// <param name="hash">Hashes a part by its name and value.</param>
    public static byte[] Write(Territory? place, Func<string, string, byte[]> hash) =>
        [.. Parts.SelectMany(part => place is not null && part.Read(place) is { } value ? hash(part.Name, value).Take(PartSize) : new byte[PartSize])];

    /// <summary>The part that some comparisons name, or null where they say anything else.</summary>
    /// <param name="terms">What must all be met.</param>
    /// <param name="path">The property that tells where a document lies.</param>
    /// <param name="hash">Hashes a part by its name and value.</param>
    public static WantedPlace? Read(IReadOnlyList<Predicate> terms, string path, Func<string, string, byte[]> hash)
    {
        var parts = new byte[]?[Parts.Length];
        foreach (var term in terms)
        {
            if (PartOf(term, path) is not { } part || parts[part.Index] is not null) return null;
            parts[part.Index] = [.. hash(Parts[part.Index].Name, part.Value).Take(PartSize)];
        }

        return new(parts);
    }

    /// <summary>Which part a comparison names, and what it is to be.</summary>
    public static (int Index, string Value)? PartOf(Predicate term, string path) =>
        term is Compare { Comparison: Comparison.Equal, Left: PropertyOperand { IsIndexable: true } property, Right: ConstantOperand { Value: string value } }
        && Array.FindIndex(Parts, part => $"{path}.{part.Name}" == property.Path.Name) is >= 0 and var index ? (index, value) : null;

    public bool Holds(ReadOnlySpan<byte> place)
    {
        for (var at = 0; at < parts.Count; at++)
            if (parts[at] is { } part && !place.Slice(at * PartSize, PartSize).SequenceEqual(part)) return false;
        return true;
    }
}
