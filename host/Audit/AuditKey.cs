using System.Security.Cryptography;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Audit;

/// <summary>
/// The secret that entries are sealed with. It lies among the installation's keys and not in the databases, so that who can write into a
/// village's file alone can't seal what they forge. Lost, the log can still be read; that it is whole can't be shown any more.
/// </summary>
sealed class AuditKey(DataFolder folder)
{
    const string FileName = "audit.key";
    const int Bytes = 32;

    readonly Lock gate = new();
    byte[]? key;

    public byte[] Value
    {
        get
        {
            lock (gate) return key ??= Read() ?? Make();
        }
    }

    string FullName => Path.Combine(folder.MakeKeys().FullName, FileName);

    byte[]? Read() => File.Exists(FullName) && File.ReadAllBytes(FullName) is { Length: Bytes } read ? read : null;

    byte[] Make()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var made = RandomNumberGenerator.GetBytes(Bytes);
        using var file = new FileStream(FullName, options);
        file.Write(made);
        file.Flush(flushToDisk: true);
        return made;
    }
}
