using System.Collections.Concurrent;
using SmartKampung.Host.Storage.Documents;

namespace SmartKampung.Host.Storage;

/// <summary>
/// Seals the documents of one partition before an engine sees them, and hashes what they are looked up by. README.md beside it tells how,
/// and what a thief learns all the same.
/// </summary>
sealed class PartitionSeal(PersonalKeys keys, Partition partition)
{
    readonly ConcurrentDictionary<string, PartitionKey> derived = new(StringComparer.Ordinal);

    /// <summary>The same, which opens also what was sealed with keys from elsewhere.</summary>
    public PartitionSeal With(IEnumerable<PartitionKey> others)
    {
        var seal = new PartitionSeal(keys, partition);
        foreach (var key in others) seal.derived[key.Id] = key;
        return seal;
    }

    /// <summary>Every key that something here may be sealed or hashed with.</summary>
    public IReadOnlyList<PartitionKey> Keys => [.. keys.All().Select(Derived)];

    /// <summary>The one that seals.</summary>
    /// <exception cref="StorageUnavailableException">There is none.</exception>
    public PartitionKey Present => Derived(keys.Present);

    /// <exception cref="StorageUnavailableException">It is sealed and can't be opened.</exception>
    public Document Read(DocumentType type, ReadOnlySpan<byte> stored) =>
        SealedBody.Read(stored) is { } body ? type.Read(Open(type.Owner, type.Name, body)) : type.Read(stored);

    /// <summary>The JSON of a stored document, whether or not it is sealed.</summary>
    /// <exception cref="StorageUnavailableException">It is sealed and can't be opened.</exception>
    public byte[] Open(string owner, string type, byte[] stored) => SealedBody.Read(stored) is { } body ? Open(owner, type, body) : stored;

    /// <summary>Whether a stored document is sealed, and by a key that seals no more.</summary>
    public bool IsOld(ReadOnlySpan<byte> stored) => SealedBody.Read(stored) is { } body && body.Key != keys.Present.Id;

    /// <exception cref="StorageUnavailableException">It can't be opened.</exception>
    public byte[] Open(string owner, string type, SealedBody body) => KeyOf(owner, type, body).TryOpen(owner, type, body)
        ?? throw new StorageUnavailableException($"The {type} {body.Head.Id} of '{owner}' is not what was sealed.");

    PartitionKey KeyOf(string owner, string type, SealedBody body)
    {
        if (derived.TryGetValue(body.Key, out var known)) return known;
        return keys.All().FirstOrDefault(secret => secret.Id == body.Key) is { } key
            ? Derived(key)
            : throw new StorageUnavailableException(
                $"A {type} of '{owner}' is sealed with the personal key {body.Key}, which this installation does not have. Put the copy of keys/personal.key back.");
    }

    PartitionKey Derived(Secret secret) => derived.GetOrAdd(secret.Id, static (_, made) => PartitionKey.Of(made.secret, made.partition), (secret, partition));
}

/// <summary>The seals of all partitions.</summary>
sealed class PersonalSeals(PersonalKeys keys)
{
    readonly ConcurrentDictionary<Partition, PartitionSeal> seals = new();

    public PartitionSeal Of(Partition partition) => seals.GetOrAdd(partition, static (partition, keys) => new(keys, partition), keys);
}
