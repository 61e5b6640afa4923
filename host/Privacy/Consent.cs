using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>That somebody agreed to what neither law nor their wish for a service makes necessary, and to which words; taken back, it stays as proof of both.</summary>
sealed record Consent : Document
{
    /// <summary>To be written to by the village about what they did not ask for.</summary>
    public const string Mailings = "mailings";

    public required Guid AccountId { get; init; }

    /// <summary>What they agreed to.</summary>
    public required string Purpose { get; init; }

    /// <summary>The module that asked; empty for what the host asks.</summary>
    public string Module { get; init; } = "";

    /// <summary>The scope in which the module asked; the regency for what the host asks.</summary>
    public string Place { get; init; } = Scope.Regency.ToString();

    /// <summary>The version of the sentence that the module showed; empty for what the host asks.</summary>
    public string Wording { get; init; } = "";

    /// <summary>The notice that they could read then, see <see cref="Notices.VersionAsync"/>.</summary>
    public required string NoticeVersion { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Keeps a consent from being there twice; null once it is taken back.</summary>
    public string? Key { get; init; }

    public static Consent To(string purpose, Guid account, string version, DateTimeOffset now) =>
        new() { AccountId = account, Purpose = purpose, NoticeVersion = version, GivenAt = now, Key = $"{account}/{purpose}" };

    /// <summary>The key of a consent that a module asks for; each wording has its own.</summary>
    public static string KeyOf(string module, ConsentPurpose purpose, Scope place, Guid account) => $"{account}/{place}/{module}/{purpose.Key}/{purpose.Version}";

    /// <summary>Whether both are about the same, in whichever wording.</summary>
    public bool IsLike(Consent other) => (other.AccountId, other.Module, other.Purpose, other.Place) == (AccountId, Module, Purpose, Place);
}
