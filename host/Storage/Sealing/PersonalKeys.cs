namespace SmartKampung.Host.Storage;

/// <summary>
/// The keys that personal data are sealed with: the last one seals, those before it still open what they sealed. The file lies outside the
/// databases and outside their backups, so that who has these alone can read none of it. The host makes the first key with the data folder
/// and none by itself later: a lost file is found out, and not hidden by another key.
/// </summary>
sealed class PersonalKeys(DataFolder folder)
{
    const string FileName = "personal.key";

    readonly Lock gate = new();
    IReadOnlyList<Secret> known = [];
    (DateTime WrittenAt, long Length) seen;

    public bool IsThere => File.Exists(FullName);

    /// <summary>The one that seals.</summary>
    /// <exception cref="StorageUnavailableException">The file is gone: what would be sealed now could not be opened after the next start.</exception>
    public Secret Present => IsThere && All() is [.., var last] ? last : throw new StorageUnavailableException($"{FullName} is missing, so that no personal data can be kept. Put its copy back; without one, key renew personal makes a new key.");

    string FullName { get; } = PathIn(folder.Path);

    /// <summary>Every key that something may be sealed with. Looks whether the file changed, so that a renewed key holds at once.</summary>
    public IReadOnlyList<Secret> All()
    {
        var file = new FileInfo(FullName);
        if (!file.Exists) return known;
        lock (gate)
        {
            if (seen == (file.LastWriteTimeUtc, file.Length)) return known;
            known = SecretFile.Read(FullName);
            seen = (file.LastWriteTimeUtc, file.Length);
            return known;
        }
    }

    /// <summary>Makes the first key of a data folder.</summary>
    public static void Make(string folder)
    {
        if (!File.Exists(PathIn(folder))) Renew(folder);
    }

    /// <summary>Adds a new key, which a host that runs over the folder seals with from then on.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Another user's file.</exception>
    public static void Renew(string folder)
    {
        new DataFolder(folder).MakeKeys();
        SecretFile.Append(PathIn(folder));
    }

    /// <summary>Forgets all keys but the present one.</summary>
    public void DropOld() => SecretFile.KeepLast(FullName);

    public static string PathIn(string folder) => Path.Combine(folder, "keys", FileName);
}
