using SmartKampung.Letters.Issued.Papers;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Who signs the papers of a run.</summary>
sealed record SignerOf(Guid Account, string SignedBy, Credentials Credentials)
{
    public PaperSigner For(SigningItem item, string reason, Village village) => new(Account, item.Name, string.Join(", ", item.Office))
    {
        Reason = reason,
        Location = village.Name,
        NationalId = Credentials.NationalId,
        Passphrase = Credentials.Passphrase,
    };

    public static SignerModel Printed(SigningItem item) => new(item.Office, item.Name, item.Nip);
}
