using SmartKampung.Host.Background;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Privacy;

/// <summary>After a consent was taken back, what was shown by it goes from the module's documents.</summary>
sealed class FollowConsents(ModulePersonalData data) : IReceivers
{
    public IEnumerable<Receiver> Of(Partition partition, OutgoingEvent happened) =>
        partition.Kind == PartitionKind.Installation && ConsentTakenBack.In(happened) is { } consent ? [new("consents", (_, stop) => data.TakeBackAsync(consent, stop))] : [];
}
