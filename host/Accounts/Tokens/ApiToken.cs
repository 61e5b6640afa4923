using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>What a program sends to act for a person: in one village, with some of the person's permissions, until a day.</summary>
sealed record ApiToken : Document, IScoped
{
    public const int LongestDays = 366;

    public required Guid AccountId { get; init; }

    /// <summary>What the person calls it, so that they know later which program has it.</summary>
    public required string Name { get; init; }

    /// <summary>The village, as <see cref="Settings.Scope"/> writes it.</summary>
    public required string Scope { get; init; }

    /// <summary>Names of permissions. What the person loses, the token loses.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The part that finds the token.</summary>
    public required string Selector { get; init; }

    /// <summary>SHA-256 of the part that proves it: 32 random letters need no slower hash.</summary>
    [DataType(DataType.Password)]
    public required string Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was last used, to some minutes; null while it never was.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}
