using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>
/// The secrets that entries are sealed with, one behind the other in a file: the last one seals, those before it still prove what they sealed.
/// The file lies among the installation's keys and not in the databases, so that who can write into a village's file alone can't seal what they forge.
/// Lost, the log can still be read; that it is whole can't be shown any more.
/// </summary>
sealed class AuditKey(DataFolder folder)
{
    const string FileName = "audit.key";

    readonly Lock gate = new();
    List<Secret> known = [];

    /// <summary>The one that seals. Looks at the file each time, so that a renewed key holds at once.</summary>
    public Secret Present => All()[^1];

    /// <summary>Every secret that an entry may be sealed with.</summary>
    public IReadOnlyList<Secret> All()
    {
        lock (gate)
        {
            if (SecretFile.Read(FullName) is { Count: > 0 } read) known = read;
            else if (known.Count == 0) known = [SecretFile.Append(FullName)];
            return known;
        }
    }

    /// <summary>Adds a new key, which a host that runs over the folder seals with from then on.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Another user's file.</exception>
    public static void Renew(string folder) => SecretFile.Append(PathIn(folder));

    public static string PathIn(string folder) => Path.Combine(new DataFolder(folder).MakeKeys().FullName, FileName);

    string FullName => PathIn(folder.Path);
}
