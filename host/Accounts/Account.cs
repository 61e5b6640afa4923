using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>Someone who can sign in. What they may do stands in their <see cref="RoleAssignment"/>s.</summary>
sealed record Account : Document
{
    /// <summary>What they sign in with, an e-mail address or a phone number, as they typed it.</summary>
    public required string Login { get; init; }

    /// <summary>The same in one spelling, see <see cref="LoginNormalizer"/>.</summary>
    public required string LoginKey { get; init; }

    public required string Name { get; init; }

    /// <summary>The hash of the password; null for who has only a passkey.</summary>
    [DataType(DataType.Password)]
    public string? Password { get; init; }

    /// <summary>Changes with everything that proves who someone is; tokens of before are worth nothing then.</summary>
    [DataType(DataType.Password)]
    public string Stamp { get; init; } = "";

    /// <summary>Wrong second steps so far, and other proofs of who is signed in already.</summary>
    [Housekeeping]
    public int WrongSignIns { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The secret of the authenticator app (TOTP, RFC 6238) that has proved itself, protected by the installation's keys.</summary>
    [DataType(DataType.Password)]
    public string? AuthenticatorKey { get; init; }

    /// <summary>The secret of an app that is being set up; it takes the other's place once a code proves that the app has it.</summary>
    [DataType(DataType.Password)]
    public string? NextAuthenticatorKey { get; init; }

    /// <summary>The half minute whose code was used last; none up to it is worth anything any more.</summary>
    [Housekeeping]
    public long AuthenticatorStep { get; init; }

    /// <summary>Hashes of the codes that stand in for the app once each, protected by the installation's keys.</summary>
    [DataType(DataType.Password)]
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    /// <summary>Whether there is a <see cref="Passkeys.Passkey" /> of theirs.</summary>
    public bool HasPasskeys { get; init; }

    /// <summary>The language that they like to read, as <c>id</c> or <c>en</c>; null for whatever the address says.</summary>
    public string? Language { get; init; }

    public bool HasAuthenticator => AuthenticatorKey is not null;

    /// <summary>Whether a password alone does not prove who they are.</summary>
    public bool HasSecondStep => HasAuthenticator || HasPasskeys;

    public DateTimeOffset CreatedAt { get; init; }

    public static string NewStamp() => Guid.NewGuid().ToString("N");
}

/// <summary>A role that someone has, in a village, over a district's villages or over all.</summary>
sealed record RoleAssignment : Document, IScoped
{
    public required Guid AccountId { get; init; }

    /// <summary>One of <see cref="Roles"/>, or a role that a module brings.</summary>
    public required string Role { get; init; }

    /// <summary>Where, as <see cref="Settings.Scope"/> writes it.</summary>
    public required string Scope { get; init; }

    /// <summary>The part of the village that the role is limited to, or null where it is not.</summary>
    public Territory? Territory { get; init; }

    /// <summary>By what a module knows the person in the village, or null; one account alone has it there.</summary>
    public Guid? Reference { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    /// <summary>The account of who gave it; null for the installation's first.</summary>
    public Guid? GivenBy { get; init; }

    /// <summary>The moment from which it is worth nothing any more; null where it stays until it is taken.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public bool HoldsAt(DateTimeOffset now) => EndsAt is null || now < EndsAt;
}

/// <summary>A browser that someone signed in with; ending it signs that browser out.</summary>
sealed record Device : Document, IHousekeeping
{
    public required Guid AccountId { get; init; }

    public required Proof Proof { get; init; }

    public required DateTimeOffset SignedInAt { get; init; }

    /// <summary>When it was last heard of, written now and then, see <see cref="Sightings" />.</summary>
    public DateTimeOffset LastSeenAt { get; init; }

    /// <summary>What the browser says of itself.</summary>
    public string Browser { get; init; } = "";

    public string Address { get; init; } = "";
}

/// <summary>When someone last signed in, under the id of their account; it stays when they sign out.</summary>
sealed record LastSignIn : Document, IHousekeeping
{
    public required DateTimeOffset At { get; init; }
}

/// <summary>How well a device has proved who is there.</summary>
enum Proof
{
    Password,
    SecondStep,
}
