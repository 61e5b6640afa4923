using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace SmartKampung.Host.Settings;

/// <summary>One setting of a module: a property of a type that was registered with AddSettings.</summary>
sealed class Setting(PropertyInfo property, object owner)
{
    readonly ValidationAttribute[] rules = [.. property.GetCustomAttributes<ValidationAttribute>(inherit: true)];

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public Type Type => property.PropertyType;

    /// <summary>The module's own value as JSON.</summary>
    public string Default { get; } = JsonSerializer.Serialize(property.GetValue(owner), property.PropertyType, ApiJson.Options);

    public PropertyInfo Property => property;

    /// <summary>Whether it is a password, which nobody is shown.</summary>
    public bool IsSecret { get; } = property.PropertyType == typeof(string) && property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password;

    /// <summary>The first of the property's annotations that the value breaks, or null.</summary>
    public ValidationAttribute? BrokenBy(object? value) =>
        rules.FirstOrDefault(rule => rule.GetValidationResult(value, new(owner) { MemberName = property.Name }) != ValidationResult.Success);

    /// <summary>The value, or false where the JSON is of another type.</summary>
    public bool TryRead(string json, out object? value)
    {
        try
        {
            value = JsonSerializer.Deserialize(json, Type, ApiJson.Options);
            return value is not null || Nullable.GetUnderlyingType(Type) is not null;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }
}
