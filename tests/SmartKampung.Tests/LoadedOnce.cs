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
    static readonly ConcurrentDictionary<(string Id, Assembly? Contract), Lazy<LoadedModule>> Loaded = new();

    public LoadedModule Load(string folder, ModuleManifest manifest, IReadOnlyCollection<Assembly> contracts)
    {
        if (contracts.Count > 1 || !IsOurs(folder, manifest)) return Real.Load(folder, manifest, contracts);
        var first = Loaded.GetOrAdd((manifest.Id, contracts.SingleOrDefault()), _ => new(() => ForGood.Load(OursOf(manifest), manifest, contracts))).Value;
        return first with { Entry = (SmartKampung.Sdk.IModule)Activator.CreateInstance(first.Entry.GetType())!, Context = new Kept() };
    }

    static bool IsOurs(string folder, ModuleManifest manifest)
    {
        var (ours, other) = (Path.Combine(OursOf(manifest), manifest.Assembly), Path.Combine(folder, manifest.Assembly));
        return File.Exists(ours) && File.Exists(other) && HashOf(ours) == HashOf(other);
    }

    /// <summary>Not the host's copy: assemblies are read when they are first needed, which may be after its data folder is gone.</summary>
    static string OursOf(ModuleManifest manifest) => Path.Combine(Repository.Plugins, manifest.Id);

    static string HashOf(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    sealed class Kept : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
