using System.Text;

namespace SmartKampung.Host.Storage;

/// <summary>The form of a private file on disk and in backups: the name of its key, then what was sealed. Its owner and name are bound to it.</summary>
static class SealedFile
{
    /// <summary>No type of documents has a space in its name.</summary>
    const string Type = "private file";

    public static byte[] Seal(PartitionKey key, string owner, string name, ReadOnlySpan<byte> content) =>
        [.. Encoding.ASCII.GetBytes(key.Id), .. key.Seal(owner, Type, HeadOf(name), content).Content];

    /// <exception cref="StorageUnavailableException">It was changed, is another's, or its key is gone.</exception>
    public static byte[] Open(PartitionSeal seal, string owner, string name, ReadOnlySpan<byte> stored) =>
        seal.Open(owner, Type, new SealedBody(HeadOf(name), KeyOf(stored), stored[KeyOf(stored).Length..].ToArray()));

    public static string KeyOf(ReadOnlySpan<byte> stored) => Encoding.ASCII.GetString(stored[..Math.Min(stored.Length, Secret.Letters)]);

    static SealedHead HeadOf(string name) => new() { Id = Guid.ParseExact(name, "N") };
}
