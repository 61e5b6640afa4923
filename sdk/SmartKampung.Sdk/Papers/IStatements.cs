namespace SmartKampung.Sdk;

/// <summary>
/// Signs short statements of the installation, such as what a QR code says, so that they can be checked without asking it: by ECDSA on P-256 with
/// SHA-256. The key is published at <c>/sertifikat/kunci.json</c> of the portal and of each village, as a JSON Web Key Set.
/// </summary>
public interface IStatements
{
    /// <summary>Which key signs: 8 letters that the published key bears as <c>kid</c>.</summary>
    string KeyId { get; }

    /// <summary>The signature of a statement: 64 bytes, r and s, as browsers check them.</summary>
    byte[] Sign(ReadOnlySpan<byte> statement);

    /// <summary>Whether a signature is of this statement and this installation.</summary>
    bool Verify(ReadOnlySpan<byte> statement, ReadOnlySpan<byte> signature);
}
