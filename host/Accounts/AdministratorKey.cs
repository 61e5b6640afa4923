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

    readonly byte[] hash;

    AdministratorKey(string key) => hash = Hash(key);

    /// <summary>Reads the key, or makes one where there is none.</summary>
    /// <exception cref="InvalidOperationException">The file holds no key.</exception>
    public static AdministratorKey In(DataFolder folder)
    {
        var path = PathIn(folder.Path);
        if (!File.Exists(path)) Make(path);
        var key = File.ReadAllText(path).Trim();
        return key.Length >= Bytes ? new(key) : throw new InvalidOperationException($"{path} holds no key; remove it, and the next start makes a new one.");
    }

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>The key that a request carries, right or wrong, or null.</summary>
    public static string? SentBy(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : null;

    public bool IsSentBy(HttpRequest request) => SentBy(request) is { } sent && Equals(sent);

    /// <summary>Takes as long for a wrong key as for the right one.</summary>
    public bool Equals(string key) => CryptographicOperations.FixedTimeEquals(hash, Hash(key));

    static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)) + "\n"));
        file.Flush(flushToDisk: true);
    }

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
