using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>An invitation on paper: who gets which role where, opened once with the code that is printed on it.</summary>
sealed record Slip : Document, IScoped
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public const int MostAttempts = 5;

    /// <summary>The first half of the code, which finds the slip.</summary>
    [DataType(DataType.Password)]
    public required string Selector { get; init; }

    /// <summary>The second half, which proves it, protected by the installation's keys: a stolen data file opens no slip.</summary>
    [DataType(DataType.Password)]
    public required string Verifier { get; init; }

    /// <summary>Whom it is for, as they may correct it.</summary>
    public required string Name { get; init; }

    public required string Role { get; init; }

    /// <summary>Where the role counts, as <see cref="Settings.Scope"/> writes it.</summary>
    public required string Scope { get; init; }

    /// <summary>The part of the village that the role is limited to, or null.</summary>
    public Territory? Territory { get; init; }

    /// <summary>By what a module knows the person, which the role keeps; or null.</summary>
    public Guid? Reference { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The account of who made it; null for the installation's first.</summary>
    public Guid? MadeBy { get; init; }

    /// <summary>Wrong second halves so far.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Whose password it renews; null for one that invites somebody.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The account's stamp when the slip was made: it is worth nothing once the account proved itself otherwise.</summary>
    public string? AccountStamp { get; init; }

    public DateTimeOffset MadeAt => ExpiresAt - Life;

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && Attempts < MostAttempts && now < ExpiresAt;
}
