using System.Reflection;
using System.Text.Json.Serialization;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>Tells at registration whether every engine can keep a type exactly.</summary>
static class StorableType
{
    const int MaxDepth = 12;

    /// <exception cref="InvalidOperationException">It can't; the message names the property.</exception>
    public static void Check(Type document)
    {
        if (document.IsAbstract || document.IsGenericType) throw Refuse(document.Name, "is abstract or generic");
        CheckRecord(document, document.Name, []);
    }

    /// <summary>The type of a list's items, or null where it is no list that can be stored.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(List<>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            ? type.GetGenericArguments()[0]
            : null;

    public static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;

    static void CheckValue(Type type, string path, List<Type> outer)
    {
        if (Scalar.Is(type) || type == typeof(Dictionary<string, string>)) return;
        if (ItemOf(type) is { } item) CheckValue(item, path + "[]", outer);
        else if (!IsRecord(type)) throw Refuse(path, $"is a {Describe(type)}");
        else if (!type.IsSealed) throw Refuse(path, $"is of the record {type.Name}, which is not sealed");
        else CheckRecord(type, path, outer);
    }

    static void CheckRecord(Type type, string path, List<Type> outer)
    {
        if (!IsRecord(type)) throw Refuse(path, "is not a record");
        if (outer.Contains(type) || outer.Count == MaxDepth) throw Refuse(path, "contains itself, or is nested too deep");
        if (type.GetConstructors().Length != 1) throw Refuse(path, $"needs one public constructor in {type.Name}");
        CheckFields(type, path);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            CheckProperty(property, $"{path}.{property.Name}", [.. outer, type]);
    }

    static void CheckProperty(PropertyInfo property, string path, List<Type> outer)
    {
        if (property.GetIndexParameters().Length > 0) throw Refuse(path, "is an indexer");
        if (property.GetCustomAttributes<JsonAttribute>().Any()) throw Refuse(path, "has a JSON attribute");
        if (property.GetMethod is not { IsPublic: true }) throw Refuse(path, "can't be read");
        if (property.SetMethod is null) return;
        if (!property.SetMethod.IsPublic) throw Refuse(path, "has no public init");
        CheckValue(property.PropertyType, path, outer);
    }

    /// <summary>A field that no settable property stands for would be lost; properties that only compute have none.</summary>
    static void CheckFields(Type type, string path)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
                if (level.GetProperty(name)?.SetMethod is null) throw Refuse($"{path}.{name}", "has neither init nor set");
            }
        }
    }

    static string Describe(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]} of another kind than can be stored" : type.Name;

    static InvalidOperationException Refuse(string path, string why) => new($"{path} {why}, so it can't be stored.");
}
