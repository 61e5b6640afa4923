using System.Reflection;
using System.Runtime.CompilerServices;

namespace SmartKampung.Host.Pages;

/// <summary>What a form or a body is made of: the fields of its type and the way to make one.</summary>
sealed class ModelShape
{
    static readonly ConditionalWeakTable<Type, ModelShape> Known = [];

    readonly ConstructorInfo constructor;

    ModelShape(Type type)
    {
        constructor = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException($"{type.Name} has no public constructor.");
        var parameters = constructor.GetParameters();
        Fields = [.. type.GetProperties().Where(IsField).Select(property => new ModelField(property, ParameterOf(parameters, property)))];
    }

    public IReadOnlyList<ModelField> Fields { get; }

    public static ModelShape Of(Type type) => Known.GetValue(type, type => new ModelShape(type));

    /// <summary>Finds a field by its name in templates, as in C#, or as in JSON.</summary>
    public ModelField? Find(string name) => Fields.FirstOrDefault(field =>
        field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || field.Property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes an object of what was read; a field that was not sent has its default.</summary>
    public object Create(IReadOnlyDictionary<ModelField, object?> values)
    {
        var arguments = constructor.GetParameters().Select(parameter => ArgumentOf(parameter, values)).ToArray();
        var model = constructor.Invoke(arguments);
        foreach (var (field, value) in values)
            if (field.Parameter is null && field.Property.CanWrite) field.Property.SetValue(model, value);
        return model;
    }

    static bool IsField(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true, IsStatic: false } && property.GetIndexParameters().Length == 0;

    static ParameterInfo? ParameterOf(ParameterInfo[] parameters, PropertyInfo property) =>
        parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    static object? ArgumentOf(ParameterInfo parameter, IReadOnlyDictionary<ModelField, object?> values)
    {
        foreach (var (field, value) in values)
            if (field.Parameter?.Position == parameter.Position && value is not null) return value;
        if (parameter.HasDefaultValue) return parameter.DefaultValue;
        return parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? RuntimeHelpers.GetUninitializedObject(parameter.ParameterType) : null;
    }
}
