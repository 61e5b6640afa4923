namespace SmartKampung.Host.Settings;

/// <summary>What a scope says of a module; what it doesn't say is inherited.</summary>
sealed record ModuleConfiguration : Document, IScoped
{
    /// <summary>The name under which <see cref="Locked"/> holds the switch itself.</summary>
    public const string Switch = "enabled";

    /// <summary>A <see cref="Settings.Scope"/> as text.</summary>
    public required string Scope { get; init; }

    public required string Module { get; init; }

    public bool? Enabled { get; init; }

    /// <summary>JSON values by the names of settings.</summary>
    public Dictionary<string, string> Values { get; init; } = [];

    /// <summary>Names of settings that narrower scopes can't set.</summary>
    public List<string> Locked { get; init; } = [];

    public bool Locks(string name) => Locked.Contains(name);
}
