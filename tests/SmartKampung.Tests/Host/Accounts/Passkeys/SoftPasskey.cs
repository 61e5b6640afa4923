using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SmartKampung.Tests.Host.Accounts.Passkeys;

/// <summary>An authenticator in a few lines, which also does what no honest one does.</summary>
sealed class SoftPasskey : IDisposable
{
    const byte Present = 0x01;
    const byte Verified = 0x04;
    const byte WithKey = 0x40;

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>Where it says that it is.</summary>
    public required string Origin { get; set; }

    /// <summary>The domain that it signs for.</summary>
    public string Domain { get; set; } = "127.0.0.1";

    public bool Verifies { get; set; } = true;

    public uint Count { get; set; }

    public string UserHandle { get; set; } = "";

    public string Create(JsonElement options)
    {
        UserHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        byte[] data = [.. Data(WithKey), .. new byte[16], 0, (byte)Id.Length, .. Id, .. PublicKey()];
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Write(new { clientDataJSON = Base64Url.EncodeToString(ClientData("webauthn.create", options)), attestationObject = Base64Url.EncodeToString(attestation), transports = new[] { "internal" } });
    }

    public string Get(JsonElement options)
    {
        Count++;
        var (client, data) = (ClientData("webauthn.get", options), Data(0));
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Write(new
        {
            clientDataJSON = Base64Url.EncodeToString(client),
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(signature),
            userHandle = UserHandle,
        });
    }

    public void Dispose() => key.Dispose();

    string Write(object response) => JsonSerializer.Serialize(new
    {
        id = Base64Url.EncodeToString(Id),
        rawId = Base64Url.EncodeToString(Id),
        type = "public-key",
        clientExtensionResults = new { },
        response,
    });

    byte[] ClientData(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    byte[] Data(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(flags | Present | (Verifies ? Verified : 0)), .. count];
    }

    /// <summary>The key as COSE writes it: ES256 on P-256.</summary>
    byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];
}
