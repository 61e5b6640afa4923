using System.Security.Cryptography;
using System.Text;
using NuGet.Versioning;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Modules;

/// <summary>
/// Copies of the plugins, <c>modules/ID-VERSION-FINGERPRINT</c> in the data folder. Modules run from these, so that whoever writes into the
/// plugin folder never writes over a file that is loaded.
/// </summary>
sealed class PluginCopies(DataFolder data)
{
    const int FingerprintLength = 16;
    const string Unfinished = ".copying-";

    string Root => Path.Combine(data.Path, "modules");

    /// <summary>Tells a folder by the names and contents of all its files.</summary>
    public static string FingerprintOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in FilesOf(folder).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintLength];
    }

    /// <summary>The copy that holds exactly what the fingerprint tells; made when there is none yet.</summary>
    /// <exception cref="ModuleException">Somebody is still writing into the folder.</exception>
    public string Take(string folder, ModuleManifest manifest, string fingerprint)
    {
        var target = Path.Combine(Root, $"{manifest.Id}-{NuGetVersion.Parse(manifest.Version).ToNormalizedString()}-{fingerprint}");
        if (Directory.Exists(target)) return target;
        var unfinished = Path.Combine(Root, Unfinished + Guid.NewGuid());
        Copy(folder, unfinished);
        if (FingerprintOf(unfinished) != fingerprint) throw new ModuleException("Its files changed while they were read.");
        Directory.Move(unfinished, target);
        return target;
    }

    /// <summary>Deletes the copies of earlier runs; what is loaded is kept.</summary>
    public void Clean(IEnumerable<string> used)
    {
        if (!Directory.Exists(Root)) return;
        foreach (var copy in Directory.EnumerateDirectories(Root).Except(used).ToList()) Directory.Delete(copy, recursive: true);
    }

    /// <exception cref="ModuleException">There is a link in it, which may lead out of the folder or round in a circle, or what is no file.</exception>
    static IEnumerable<string> FilesOf(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null) throw new ModuleException($"It holds the link {entry.Name}; a plugin is made of files.");
            if (entry is DirectoryInfo)
                foreach (var file in FilesOf(entry.FullName)) yield return file;
            else if (RegularFile.Is(entry.FullName)) yield return entry.FullName;
            else throw new ModuleException($"It holds {entry.Name}, which is a pipe, a socket or a device; a plugin is made of files.");
        }
    }

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in FilesOf(from))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
