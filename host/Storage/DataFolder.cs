namespace SmartKampung.Host.Storage;

/// <summary>The folder that holds all that an installation keeps.</summary>
sealed record DataFolder(string Path)
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Files => System.IO.Path.Combine(Path, "files");

    public string Villages => System.IO.Path.Combine(Path, "villages");

    /// <summary>The keys that sign sessions and tokens, in a folder that other users of the machine can't open.</summary>
    public DirectoryInfo MakeKeys()
    {
        var keys = System.IO.Path.Combine(Path, "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(keys) : Directory.CreateDirectory(keys, OwnerOnly);
    }

    public IEnumerable<Partition> PartitionsWithDatabase()
    {
        var villages = Directory.Exists(Villages) ? Directory.EnumerateFiles(Villages, "*.db") : [];
        return new[] { Partition.Installation, Partition.Portal }.Where(partition => File.Exists(DatabaseOf(partition)))
            .Concat(from file in villages let name = System.IO.Path.GetFileNameWithoutExtension(file) where Guid.TryParseExact(name, "D", out _) select Partition.OfVillage(Guid.Parse(name)));
    }

    public string DatabaseOf(Partition partition) => partition.Kind switch
    {
        PartitionKind.Village => System.IO.Path.Combine(Villages, partition.Id + ".db"),
        PartitionKind.Portal => System.IO.Path.Combine(Path, "portal.db"),
        _ => System.IO.Path.Combine(Path, "installation.db"),
    };
}
