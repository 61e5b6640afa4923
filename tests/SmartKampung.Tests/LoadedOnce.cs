using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using SmartKampung.Host.Modules;

namespace SmartKampung.Tests;

/// <summary>
/// The repository's own modules, loaded once for all hosts of the tests, each with an entry of its own: compiling the same code again for every host took half of
/// the tests' time. What a test changes or made itself is loaded as a host does it.
/// </summary>
sealed class LoadedOnce : IModuleLoader
{
    static readonly ModuleLoader Real = new();
    static readonly ModuleLoader ForGood = new(isUnloadable: false);
    static readonly ConcurrentDictionary<(string Id, string Hash, Assembly? Contract), Lazy<LoadedModule>> Loaded = new();
    static readonly Lazy<TemporaryFolder> Copies = new(() =>
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    });

    public LoadedModule Load(string folder, ModuleManifest manifest, IReadOnlyCollection<Assembly> contracts)
    {
        if (contracts.Count > 1 || !IsOurs(folder, manifest)) return Real.Load(folder, manifest, contracts);
        var key = (manifest.Id, HashOf(Path.Combine(folder, manifest.Assembly)), contracts.SingleOrDefault());
        var first = Loaded.GetOrAdd(key, _ => new(() => ForGood.Load(CopyOf(folder), manifest, contracts))).Value;
        return first with { Entry = (SmartKampung.Sdk.IModule)Activator.CreateInstance(first.Entry.GetType())!, Context = new Kept() };
    }

    static bool IsOurs(string folder, ModuleManifest manifest)
    {
        var ours = Path.Combine(Repository.Plugins, manifest.Id, manifest.Assembly);
        return File.Exists(ours) && File.Exists(Path.Combine(folder, manifest.Assembly)) && HashOf(ours) == HashOf(Path.Combine(folder, manifest.Assembly));
    }

    static string HashOf(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    /// <summary>Assemblies are read when they are first needed, which may be after the host's data folder is gone.</summary>
    static string CopyOf(string folder)
    {
        var copy = Copies.Value.Combine(Guid.NewGuid().ToString());
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    sealed class Kept : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
