using System.Security.Cryptography.X509Certificates;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Papers;

/// <summary>The private keys that papers and statements are signed with: files among the installation's keys, outside of the databases and their backups.</summary>
sealed class KeyFiles(DataFolder folder)
{
    const string Extension = ".pem";

    public X509Certificate2? FindCertificate(string name) => File.Exists(PathOf(name)) ? X509Certificate2.CreateFromPemFile(PathOf(name)) : null;

    public string? FindText(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : null;

    /// <summary>Whole or not at all, and on the disk when it returns.</summary>
    /// <exception cref="StorageUnavailableException">The disk is full or can't be written.</exception>
    public void Save(string name, string pem)
    {
        try
        {
            var path = PathOf(name);
            Write(path + ".new", pem);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("A key can't be kept.", failure);
        }
    }

    string PathOf(string name)
    {
        var papers = Path.Combine(folder.MakeKeys().FullName, "papers");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(papers);
        else Directory.CreateDirectory(papers, DataFolder.OwnerOnly);
        return Path.Combine(papers, name + Extension);
    }

    static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
