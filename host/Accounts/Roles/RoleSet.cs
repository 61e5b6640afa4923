using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Accounts;

/// <summary>How a role differs, in a scope, from what it is in the wider one; or a role of the village's own, which begins with nothing.</summary>
sealed record RoleSet : Document, IScoped
{
    const string OwnPrefix = "own-";

    public required string Scope { get; init; }

    /// <summary>One of <see cref="Roles"/>, a role that a module brings, or one of the village's own.</summary>
    public required string Role { get; init; }

    /// <summary>What a role of the village's own is called; null for others, whose names are texts.</summary>
    public string? Name { get; init; }

    /// <summary>The names of permissions that the role has here beside those it has elsewhere.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>The names of permissions that it has elsewhere and not here.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    public static string NewRole() => OwnPrefix + Guid.NewGuid().ToString("N");

    public static bool IsOwn(string role) => role.StartsWith(OwnPrefix, StringComparison.Ordinal);
}
