using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace SmartKampung.Host.Accounts.Passkeys;

/// <summary>A passkey (WebAuthn credential) of an account: the half that may be known to anybody.</summary>
sealed record Passkey : Document
{
    public required Guid AccountId { get; init; }

    /// <summary>As browsers write it, in base64url.</summary>
    public required string CredentialId { get; init; }

    public required string PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>How often it was used by its own count; one that goes back was copied.</summary>
    public long SignCount { get; init; }

    public IReadOnlyList<string> Transports { get; init; } = [];

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; init; }

    /// <summary>As Identity reads it. How it was attested is not asked, and so not kept.</summary>
    public UserPasskeyInfo ToInfo() => new(
        Base64Url.DecodeFromChars(CredentialId), Base64Url.DecodeFromChars(PublicKey), AddedAt, (uint)SignCount, [.. Transports],
        isUserVerified: true, IsBackupEligible, IsBackedUp, attestationObject: [], clientDataJson: []) { Name = Name };

    public static Passkey Of(Guid account, UserPasskeyInfo info, string name, DateTimeOffset now) => new()
    {
        AccountId = account,
        CredentialId = Base64Url.EncodeToString(info.CredentialId),
        PublicKey = Base64Url.EncodeToString(info.PublicKey),
        Name = name,
        AddedAt = now,
        SignCount = info.SignCount,
        Transports = info.Transports ?? [],
        IsBackupEligible = info.IsBackupEligible,
        IsBackedUp = info.IsBackedUp,
    };
}
