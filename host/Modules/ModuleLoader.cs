using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;

namespace SmartKampung.Host.Modules;

/// <summary>Brings a module's assemblies into the process.</summary>
interface IModuleLoader
{
    /// <param name="folder">The folder to load from.</param>
    /// <param name="manifest">What its module.json says.</param>
    /// <param name="contracts">What the modules that it requires share: their assemblies, whatever copies of them it brings.</param>
    /// <exception cref="ModuleException">The assembly can't be loaded, or holds no module or several.</exception>
    LoadedModule Load(string folder, ModuleManifest manifest, IReadOnlyCollection<Assembly> contracts);
}

/// <summary>Loads them into a load context of their own. The only file that knows the plugin library.</summary>
/// <param name="isUnloadable">Whether they can go again, which costs: their code is compiled in full before it is first used.</param>
sealed class ModuleLoader(bool isUnloadable = true) : IModuleLoader
{
    // The library answers a failed binding with the plugin's own copy; what is named here is always the host's.
    static readonly AssemblyName[] Shared = [typeof(IModule).Assembly.GetName(), .. FrameworkAssemblies()];

    public LoadedModule Load(string folder, ModuleManifest manifest, IReadOnlyCollection<Assembly> contracts)
    {
        CheckFramework(Path.Combine(folder, manifest.Assembly));
        var loader = PluginLoader.CreateFromAssemblyFile(Path.Combine(folder, manifest.Assembly), config =>
        {
            config.IsUnloadable = isUnloadable;
            config.PreferSharedTypes = false;
            config.IsLazyLoaded = true;
            if (contracts.Count > 0) config.DefaultContext = new ContractsContext(contracts, isUnloadable);
            foreach (var name in Shared.Concat(contracts.Select(contract => contract.GetName()))) config.SharedAssemblies.Add(name);
        });
        try
        {
            var entry = Create(EntryType(loader.LoadDefaultAssembly()));
            return new(entry, [.. manifest.SharedServices.Select(file => loader.LoadAssemblyFromPath(Path.Combine(folder, file)))], loader);
        }
        catch (Exception failure)
        {
            loader.Dispose();
            throw failure as ModuleException ?? new ModuleException($"{manifest.Assembly} can't be loaded: {Innermost(failure).Message}", failure);
        }
    }

    static void CheckFramework(string file)
    {
        using var portable = new PEReader(File.OpenRead(file));
        if (!IsDotNet(portable)) throw new ModuleException($"{Path.GetFileName(file)} can't be loaded: it is no .NET assembly.");
        var metadata = portable.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference);
        var built = references.Where(reference => metadata.GetString(reference.Name) == "System.Runtime").Select(reference => reference.Version.Major).FirstOrDefault();
        if (built > Environment.Version.Major)
            throw new ModuleException($"{Path.GetFileName(file)} was built for .NET {built}; this host runs .NET {Environment.Version.Major}.");
    }

    static bool IsDotNet(PEReader portable)
    {
        try
        {
            return portable.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    static Type EntryType(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IModule))).ToList();
        return types.Count switch
        {
            1 => types[0],
            0 => throw new ModuleException($"{assembly.GetName().Name} has no public class that implements IModule."),
            _ => throw new ModuleException($"{assembly.GetName().Name} has {types.Count} classes that implement IModule: {string.Join(", ", types.Select(type => type.Name))}."),
        };
    }

    static IModule Create(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null) throw new ModuleException($"{type.Name} has no public constructor without parameters.");
        return (IModule)Activator.CreateInstance(type)!;
    }

    static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    static IEnumerable<AssemblyName> FrameworkAssemblies()
    {
        string[] folders = [FolderOf(typeof(object)), FolderOf(typeof(WebApplication))];
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(file => folders.Contains(Path.GetDirectoryName(file)))
            .Select(file => new AssemblyName(Path.GetFileNameWithoutExtension(file)));
    }

    static string FolderOf(Type type) => Path.GetDirectoryName(type.Assembly.Location)!;

    /// <summary>Finds what other modules share, and leaves the rest to the host.</summary>
    sealed class ContractsContext(IReadOnlyCollection<Assembly> contracts, bool isUnloadable) : AssemblyLoadContext(isCollectible: isUnloadable)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => contracts.FirstOrDefault(contract => contract.GetName().Name == assemblyName.Name);
    }
}

/// <param name="Entry">The module itself.</param>
/// <param name="Contracts">The assemblies whose types it shares with other modules.</param>
/// <param name="Context">Its load context; dispose it to unload the module.</param>
sealed record LoadedModule(IModule Entry, IReadOnlyList<Assembly> Contracts, IDisposable Context);
