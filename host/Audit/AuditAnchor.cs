using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>How far a partition's log had come, kept in another partition: so that entries cut off at the end are missed too.</summary>
sealed record AuditAnchor : Document, IHousekeeping
{
    public required long Number { get; init; }

    public required string Seal { get; init; }
}
