namespace SmartKampung.Host.Storage;

/// <summary>Where files of modules wait for their work: outside of all that is served and backed up, each module in a village for itself.</summary>
sealed class WaitingFolder(DataFolder data, PersonalSeals seals, IDiskSync sync, DiskRoom room, TimeProvider clock)
{
    public IWaitingFiles Of(Guid village, string module) =>
        new WaitingFiles(Path.Combine(data.Path, "waiting", village.ToString(), module), seals.Of(Partition.OfVillage(village)), sync, room, clock);
}
