using System.Security.Cryptography;
using System.Text.Json;

namespace SmartKampung.Host.Consoles;

/// <summary>Tells whether something still is as a page showed it, without keeping what that was.</summary>
static class Fingerprint
{
    const int Length = 16;

    public static string Of<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options)))[..Length];
}
