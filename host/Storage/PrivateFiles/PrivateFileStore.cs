namespace SmartKampung.Host.Storage;

/// <summary>Where private files of modules lie: outside of all that is served, each module in a village for itself.</summary>
sealed class PrivateFileStore(DataFolder data, PersonalSeals seals, IDiskSync sync, DiskRoom room)
{
    readonly Lock moving = new();

    string Root => Path.Combine(data.Path, "private");

    public PrivateFiles Of(Guid village, string owner) => new(data.Path, Path.Combine(Root, village.ToString(), owner), owner, seals.Of(Partition.OfVillage(village)), sync, room, moving);

    /// <summary>The villages that have any.</summary>
    public IEnumerable<Guid> Villages() => from name in FoldersIn(Root) where Guid.TryParseExact(name, "D", out _) select Guid.Parse(name);

    /// <summary>The files of all modules that have any in a village.</summary>
    public IEnumerable<PrivateFiles> In(Guid village) => FoldersIn(Path.Combine(Root, village.ToString())).Select(owner => Of(village, owner));

    /// <summary>Seals everything of a village anew that is sealed with an older key.</summary>
    /// <returns>How many that were.</returns>
    /// <exception cref="StorageUnavailableException">One is damaged, sealed with a key that is gone, or can't be written.</exception>
    public async Task<int> ResealAsync(Guid village, CancellationToken stop)
    {
        var count = 0;
        foreach (var files in In(village))
            foreach (var name in files.Names())
                if (await files.ResealAsync(name, stop)) count++;
        return count;
    }

    static IEnumerable<string> FoldersIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal) : [];
}
