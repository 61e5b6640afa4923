using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>
/// The members that templates see of a type: public properties of model types, in snake_case. A model type comes from an assembly that knows
/// the SDK; nothing else of .NET can be looked into, so that no path leads from a model to reflection, files or services.
/// </summary>
sealed class ModelMembers
{
    static readonly ConditionalWeakTable<Type, ModelMembers> Known = [];
    static readonly ConditionalWeakTable<Assembly, object> ModelAssemblies = [];
    static readonly Assembly Sdk = typeof(Village).Assembly;

    readonly FrozenDictionary<string, MethodInvoker> getters;

    ModelMembers(FrozenDictionary<string, MethodInvoker> getters) => (this.getters, Accessor) = (getters, new ModelAccessor(this));

    public ModelAccessor Accessor { get; }

    public IEnumerable<string> Names => getters.Keys;

    public int Count => getters.Count;

    public static ModelMembers Of(Type type) => Known.GetValue(type, Read);

    public bool Has(string name) => getters.ContainsKey(name);

    public bool TryGet(object model, string name, out object? value)
    {
        var found = getters.TryGetValue(name, out var getter);
        value = found ? getter!.Invoke(model) : null;
        return found;
    }

    static ModelMembers Read(Type type)
    {
        var properties = IsModel(type) ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance) : [];
        var getters = properties
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true })
            .DistinctBy(property => StandardMemberRenamer.Rename(property.Name))
            .ToFrozenDictionary(property => StandardMemberRenamer.Rename(property.Name), property => MethodInvoker.Create(property.GetMethod!));
        return new ModelMembers(getters);
    }

    static bool IsModel(Type type)
    {
        if (typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type)) return false;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) || KnowsSdk(type.Assembly);
    }

    static bool KnowsSdk(Assembly assembly) => assembly == Sdk || (bool)ModelAssemblies.GetValue(assembly, References);

    static object References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Any(reference => reference.Name == Sdk.GetName().Name);
}
