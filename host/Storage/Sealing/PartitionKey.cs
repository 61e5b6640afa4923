using System.Security.Cryptography;
using System.Text;

namespace SmartKampung.Host.Storage;

/// <summary>What a key of the installation becomes in one partition, by HKDF (RFC 5869): one key to seal with, another to hash with.</summary>
/// <param name="id">The name of the installation's key.</param>
/// <param name="seal">32 bytes for AES-256-GCM.</param>
/// <param name="hash">32 bytes for HMAC-SHA-256; none where it came with a backup, since nothing is looked up there.</param>
sealed class PartitionKey(string id, byte[] seal, byte[] hash)
{
    const int KeySize = 32;
    const int NonceSize = 12;
    const int TagSize = 16;
    const int HashSize = 16;

    public string Id => id;

    /// <summary>What opens everything that the key sealed.</summary>
    public byte[] Secret => seal;

    public static PartitionKey Of(Secret secret, Partition partition) => new(secret.Id, Derive(secret, partition, "seal"), Derive(secret, partition, "hash"));

    /// <summary>Seals a document: a random nonce, what was encrypted, its tag. Owner, type and id are bound to it, so that it can't stand for another.</summary>
    public SealedBody Seal(string owner, string type, Document head, ReadOnlySpan<byte> body)
    {
        var content = new byte[NonceSize + body.Length + TagSize];
        var nonce = content.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(seal, TagSize);
        cipher.Encrypt(nonce, body, content.AsSpan(NonceSize, body.Length), content.AsSpan(NonceSize + body.Length), BoundTo(owner, type, head.Id));
        return new(new() { Id = head.Id, Version = head.Version }, id, content);
    }

    /// <summary>Null where it was changed, or belongs to another document.</summary>
    public byte[]? TryOpen(string owner, string type, SealedBody body)
    {
        ReadOnlySpan<byte> content = body.Content;
        if (content.Length < NonceSize + TagSize) return null;
        var opened = new byte[content.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(seal, TagSize);
        try
        {
            cipher.Decrypt(content[..NonceSize], content[NonceSize..^TagSize], content[^TagSize..], opened, BoundTo(owner, type, body.Head.Id));
            return opened;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>What stands for a value of a field where it is looked up; equal values of different fields have different hashes.</summary>
    public byte[] HashOf(string field, ReadOnlySpan<byte> value)
    {
        var name = Encoding.UTF8.GetBytes(field);
        byte[] told = [.. BitConverter.GetBytes(name.Length), .. name, .. value];
        return HMACSHA256.HashData(hash, told)[..HashSize];
    }

    static byte[] BoundTo(string owner, string type, Guid document) => Encoding.UTF8.GetBytes($"{owner}/{type}/{document}");

    static byte[] Derive(Secret secret, Partition partition, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value, KeySize, salt: null, Encoding.UTF8.GetBytes($"smartkampung personal {use} {partition.Kind} {partition.Id}"));
}
