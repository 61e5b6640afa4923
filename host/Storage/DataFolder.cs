namespace SmartKampung.Host.Storage;

/// <summary>The folder that holds all that an installation keeps.</summary>
sealed record DataFolder(string Path)
{
    public string Files => System.IO.Path.Combine(Path, "files");

    public string Villages => System.IO.Path.Combine(Path, "villages");

    public string DatabaseOf(Partition partition) => partition.Kind switch
    {
        PartitionKind.Village => System.IO.Path.Combine(Villages, partition.Id + ".db"),
        PartitionKind.Portal => System.IO.Path.Combine(Path, "portal.db"),
        _ => System.IO.Path.Combine(Path, "installation.db"),
    };
}
