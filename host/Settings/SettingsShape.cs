using System.Reflection;
using System.Runtime.CompilerServices;

namespace SmartKampung.Host.Settings;

/// <summary>The settings that one type holds. Kept no longer than the type, so that a module's types can go.</summary>
sealed class SettingsShape
{
    static readonly ConditionalWeakTable<Type, SettingsShape> Shapes = [];

    readonly Type type;

    SettingsShape(Type type)
    {
        this.type = type;
        var initial = Make();
        Settings = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0)
            .Select(property => new Setting(property, initial))];
    }

    public IReadOnlyList<Setting> Settings { get; }

    public static SettingsShape Of(Type type) => Shapes.GetValue(type, type => new(type));

    /// <summary>A settings object with the values as initialized in its type.</summary>
    public object Make() => Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} can't be made.");

    /// <summary>A settings object with the values given as JSON; others stay as initialized in the type.</summary>
    public object Make(Func<Setting, string?> json)
    {
        var settings = Make();
        foreach (var setting in Settings)
            if (json(setting) is { } written && setting.TryRead(written, out var value)) setting.Property.SetValue(settings, value);
        return settings;
    }
}
