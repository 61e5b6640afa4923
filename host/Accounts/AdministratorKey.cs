using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Accounts;

/// <summary>The key of the system administrator, kept in the data folder where only the host's user can read it.</summary>
sealed class AdministratorKey
{
    const string FileName = "admin.key";
    const int Bytes = 32;
    const string Prefix = "Bearer ";

    readonly string path;
    byte[] hash = [];

    AdministratorKey(string path)
    {
        this.path = path;
        if (!File.Exists(path)) Write(path);
        if (!TryRead()) throw new InvalidOperationException($"{path} holds no key; remove it, and the next start makes a new one.");
    }

    /// <summary>Reads the key, or makes one where there is none.</summary>
    /// <exception cref="InvalidOperationException">The file holds no key.</exception>
    public static AdministratorKey In(DataFolder folder) => new(PathIn(folder.Path));

    /// <summary>Puts a new key in the old one's place; a host that runs over the folder refuses the old one from then on.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Another user's file.</exception>
    public static void Renew(string folder) => Write(PathIn(folder));

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>The key that a request carries, right or wrong, or null.</summary>
    public static string? SentBy(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : null;

    public bool IsSentBy(HttpRequest request) => SentBy(request) is { } sent && Equals(sent);

    /// <summary>Looks at the file each time, so that a renewed key holds at once. Takes as long for a wrong key as for the right one.</summary>
    public bool Equals(string key) => TryRead() && CryptographicOperations.FixedTimeEquals(hash, Hash(key));

    /// <summary>False where the file holds no key; one that can't be read at the moment leaves the key as it was.</summary>
    bool TryRead()
    {
        try
        {
            var key = File.ReadAllText(path).Trim();
            hash = Hash(key);
            return key.Length >= Bytes;
        }
        catch (Exception failure) when (hash.Length > 0 && failure is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>In place and in one piece: a file of the same length keeps its owner, even where root renews the key of the host's user.</summary>
    static void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var key = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)) + "\n");
        using var file = new FileStream(path, options);
        file.Write(key);
        file.SetLength(key.Length);
        file.Flush(flushToDisk: true);
    }

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
