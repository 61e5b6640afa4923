using System.Security.Cryptography;

namespace SmartKampung.Host.Storage;

/// <summary>A secret with the name that what it seals calls it by, which does not tell it.</summary>
sealed class Secret(byte[] value)
{
    public const int Letters = 12;

    public byte[] Value { get; } = value;

    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(value))[..Letters];
}
