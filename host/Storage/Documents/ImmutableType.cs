using System.Reflection;
using System.Runtime.CompilerServices;

namespace SmartKampung.Host.Storage.Documents;

/// <summary>Tells whether documents of a storable type stay as they were read, so that several readers may share one.</summary>
static class ImmutableType
{
    public static bool Is(Type type)
    {
        if (Scalar.Is(type)) return true;
        if (type.IsGenericType) return type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && Is(type.GetGenericArguments()[0]);
        return StorableType.IsRecord(type) && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).All(IsFixed);
    }

    static bool IsFixed(PropertyInfo property) => property.SetMethod is not { } set
        || (set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) && Is(property.PropertyType));
}
