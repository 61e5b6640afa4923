using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SmartKampung.Host.Papers;

/// <summary>The installation's key for statements, made when it is first needed.</summary>
sealed class Statements(KeyFiles keys) : IStatements, IDisposable
{
    const string FileName = "statements";
    const int IdLetters = 8;

    readonly Lock gate = new();
    ECDsa? present;

    public string KeyId => PublicKey.Id;

    /// <summary>The key that checks them.</summary>
    public StatementKey PublicKey
    {
        get
        {
            lock (gate) return StatementKey.Of(Present().ExportParameters(includePrivateParameters: false));
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> statement)
    {
        lock (gate) return Present().SignData(statement, HashAlgorithmName.SHA256);
    }

    public bool Verify(ReadOnlySpan<byte> statement, ReadOnlySpan<byte> signature)
    {
        lock (gate) return Present().VerifyData(statement, signature, HashAlgorithmName.SHA256);
    }

    public void Dispose() => present?.Dispose();

    ECDsa Present()
    {
        if (present is not null) return present;
        if (keys.FindText(FileName) is { } pem)
        {
            var kept = ECDsa.Create();
            kept.ImportFromPem(pem);
            return present = kept;
        }

        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        keys.Save(FileName, made.ExportPkcs8PrivateKeyPem());
        return present = made;
    }

    /// <summary>A public key as a JSON Web Key (RFC 7517).</summary>
    public sealed record StatementKey(string X, string Y)
    {
        public string Id => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")))[..IdLetters];

        public static StatementKey Of(ECParameters key) => new(Base64Url.EncodeToString(key.Q.X), Base64Url.EncodeToString(key.Q.Y));
    }
}
