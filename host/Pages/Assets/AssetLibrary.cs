using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SmartKampung.Host.Pages;

/// <summary>
/// The style sheets, scripts and drawings of the theme and of every module, held in memory. An address carries one hash for an owner's whole
/// folder, so that relative addresses inside style sheets resolve and every copy can be kept for ever.
/// </summary>
sealed class AssetLibrary(ThemeFolder theme)
{
    const string Theme = "theme";

    readonly ConcurrentDictionary<string, AssetFolder> folders = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, AssetFolder> earlier = new(StringComparer.Ordinal);

    /// <param name="owner">The module's id.</param>
    /// <param name="folder">The module's folder of assets, which need not exist.</param>
    public void AddOwner(string owner, string folder) => AddOwner(owner, AssetFolder.Read(folder));

    /// <summary>What it replaces is still found: pages that were sent before refer to it.</summary>
    public void AddOwner(string owner, AssetFolder folder)
    {
        if (folders.TryGetValue(owner, out var before)) earlier[owner] = before;
        folders[owner] = folder;
    }

    public void RemoveOwner(string owner)
    {
        folders.TryRemove(owner, out _);
        earlier.TryRemove(owner, out _);
    }

    /// <summary>The address of the owner's file, else of the theme's, or null.</summary>
    public string? Address(string owner, string file) => AddressIn(owner, file) ?? AddressIn(Theme, file);

    public Asset? Find(string hash, string owner, string file) =>
        FolderOf(owner) is { } folder && folder.Hash == hash ? folder.Files.GetValueOrDefault(file)
        : earlier.TryGetValue(owner, out var before) && before.Hash == hash ? before.Files.GetValueOrDefault(file)
        : null;

    string? AddressIn(string owner, string file) => FolderOf(owner)?.Addresses(owner).GetValueOrDefault(file);

    AssetFolder? FolderOf(string owner)
    {
        if (owner == Theme || owner == PageOwner.Host.Id) owner = Theme;
        if (owner == Theme && !folders.ContainsKey(Theme)) AddOwner(Theme, Path.Combine(theme.Path, "assets"));
        if (!folders.TryGetValue(owner, out var folder)) return null;
        return theme.Reloads && folder.IsStale ? folders[owner] = AssetFolder.Read(folder.Location) : folder;
    }
}

sealed class AssetFolder
{
    const int HashLength = 12;

    FrozenDictionary<string, string>? addresses;
    readonly DateTime written;

    AssetFolder(string location, string hash, DateTime written, FrozenDictionary<string, Asset> files) =>
        (Location, Hash, this.written, Files) = (location, hash, written, files);

    public string Location { get; }

    public string Hash { get; }

    public FrozenDictionary<string, Asset> Files { get; }

    public bool IsStale => LastWritten(Location) != written;

    public FrozenDictionary<string, string> Addresses(string owner) =>
        addresses ??= Files.Keys.ToFrozenDictionary(file => file, file => $"/assets/{Hash}/{owner}/{AddressEncoding.Encode(file)}");

    public static AssetFolder Read(string folder)
    {
        var files = FilesOf(folder).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), file => new Asset(file, ContentOf(file)));
        return new AssetFolder(folder, HashOf(files), LastWritten(folder), files.ToFrozenDictionary(StringComparer.Ordinal));
    }

    static string HashOf(Dictionary<string, Asset> files)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var (name, asset) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(asset.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    static byte[] ContentOf(string file) => Path.GetExtension(file) == ".css" ? StyleSheet.Read(file) : File.ReadAllBytes(file);

    static IEnumerable<string> FilesOf(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];

    static DateTime LastWritten(string folder) => FilesOf(folder).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
}
