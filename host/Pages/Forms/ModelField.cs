using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>One field of a form or body, with the annotations of its property and of the constructor's parameter that fills it.</summary>
sealed class ModelField
{
    public ModelField(PropertyInfo property, ParameterInfo? parameter)
    {
        (Property, Parameter) = (property, parameter);
        Name = StandardMemberRenamer.Rename(property.Name);
        JsonName = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Annotations = [.. property.GetCustomAttributes(), .. parameter?.GetCustomAttributes() ?? []];
        Validations = [.. Annotations.OfType<ValidationAttribute>().DistinctBy(annotation => annotation.GetType())];
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        IsRequired = Find<RequiredAttribute>() is not null || NeedsValue(property, parameter);
        var nullability = new NullabilityInfoContext().Create(property);
        NeverNull = IsNeverNull(nullability);
        ItemsNeverNull = (nullability.ElementType ?? nullability.GenericTypeArguments.FirstOrDefault()) is { } item && IsNeverNull(item);
    }

    public PropertyInfo Property { get; }

    public ParameterInfo? Parameter { get; }

    /// <summary>The name in templates and forms, such as <c>published_at</c>.</summary>
    public string Name { get; }

    /// <summary>The name in bodies, such as <c>publishedAt</c>.</summary>
    public string JsonName { get; }

    /// <summary>The type without its Nullable.</summary>
    public Type Type { get; }

    public bool IsRequired { get; }

    /// <summary>Whether the type itself says that there is always an object.</summary>
    public bool NeverNull { get; }

    /// <summary>Whether the type says so of the items of a list.</summary>
    public bool ItemsNeverNull { get; }

    public IReadOnlyList<Attribute> Annotations { get; }

    public IReadOnlyList<ValidationAttribute> Validations { get; }

    /// <summary>The key of the text that people read beside it.</summary>
    public string LabelKey => Find<DisplayAttribute>()?.Name ?? Name;

    public int? MaxLength => Find<StringLengthAttribute>()?.MaximumLength ?? Find<MaxLengthAttribute>()?.Length;

    /// <summary>The type of an item where the field is a list, else null.</summary>
    public Type? ItemType => Type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(Type)
        ? Type.IsArray ? Type.GetElementType() : Type.GenericTypeArguments.FirstOrDefault()
        : null;

    public T? Find<T>() where T : Attribute => Annotations.OfType<T>().FirstOrDefault();

    public object? Read(object model) => Property.GetValue(model);

    static bool NeedsValue(PropertyInfo property, ParameterInfo? parameter) =>
        parameter is { HasDefaultValue: false } && property.PropertyType.IsValueType && property.PropertyType != typeof(bool) &&
        Nullable.GetUnderlyingType(property.PropertyType) is null;

    static bool IsNeverNull(NullabilityInfo type) => !type.Type.IsValueType && type.ReadState == NullabilityState.NotNull;
}
