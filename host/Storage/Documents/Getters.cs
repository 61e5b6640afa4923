using System.Collections.Concurrent;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>Compiled getters of one module's documents; they go with the module, so no global cache holds its types.</summary>
sealed class Getters
{
    readonly ConcurrentDictionary<(Type Root, string Path, Type Domain), Func<object, object?>> compiled = new();

    public Func<object, object?> Scalar(PropertyPath path, Type domain) =>
        compiled.GetOrAdd((path.Root, path.Name, domain), static (key, path) => path.CompileScalar(key.Domain), path);

    public Func<object, object?> Raw(PropertyPath path) =>
        compiled.GetOrAdd((path.Root, path.Name, typeof(void)), static (_, path) => path.CompileRaw(), path);
}
