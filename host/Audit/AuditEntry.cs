using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>
/// One thing that somebody did. Entries of a partition are numbered from 1 without a gap, and each is sealed together with the seal of the
/// one before it, so that none can be changed, left out or put in between later.
/// </summary>
sealed record AuditEntry : Document
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The account of who did it; null for the administrator key.</summary>
    public Guid? Account { get; init; }

    public required string Name { get; init; }

    public string Roles { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>The village that it concerns; null where it concerns the regency.</summary>
    public Guid? Village { get; init; }

    /// <summary>The request, as its method and route, or the name of what is noted without a change, such as "backup.download".</summary>
    public required string Action { get; init; }

    /// <summary>The modules, and rooms of the host, whose documents were changed.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    public IReadOnlyList<AuditedDocument> Documents { get; init; } = [];

    /// <summary>The name of the key that it is sealed with; empty for entries from before keys were renewed.</summary>
    public string Key { get; init; } = "";

    /// <summary>The seal of the entry before this one; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>See <see cref="AuditSeal"/>.</summary>
    public required string Seal { get; init; }
}

/// <summary>What was done to a document.</summary>
/// <param name="Owner">The module that it belongs to, or a room of the host.</param>
/// <param name="Type">Its type's name.</param>
/// <param name="Id">Its id.</param>
/// <param name="Change">What was done.</param>
/// <param name="Label">What it is called, its title say; empty where it has no name, or one that is a person's.</param>
/// <param name="Fields">What differs.</param>
sealed record AuditedDocument(string Owner, string Type, Guid Id, AuditedChange Change, string Label, IReadOnlyList<AuditedField> Fields)
{
    /// <summary>Whose words tell of it: the host's, or the module's, which keeps documents in villages and at the portal.</summary>
    public string TextsOf => PortalOwner.ModuleOf(Owner);
}

enum AuditedChange
{
    Added,
    Changed,
    Removed,
}

/// <summary>A property, by its path, as JSON before and after; null where there was none. Personal and secret values are masked.</summary>
sealed record AuditedField(string Name, string? Before, string? After);
