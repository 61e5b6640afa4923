using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Consoles.Forms;

/// <summary>How a setting is shown and typed.</summary>
enum SettingKind
{
    /// <summary>Of a type that no form can show; its value stays as it is.</summary>
    None,
    Text,
    LongText,
    Email,
    Url,
    Phone,
    Secret,
    Color,
    Number,
    Money,
    Percent,
    Switch,
    Choice,
    Choices,
    List,
    Date,
    Time,

    /// <summary>A picture or document of the village's library, by its id.</summary>
    Picture,
    File,
    Html,

    /// <summary>A list of records of values that fields can show.</summary>
    Records,
}

static class SettingKinds
{
    const string Percent = "percent";
    const string Color = "color";
    const string Picture = "picture";

    /// <summary>By the property's type and its annotations.</summary>
    public static SettingKind KindOf(this Setting setting)
    {
        var type = TypeOf(setting);
        if (ItemOf(setting) is { } item) return OfItems(item);
        if (type == typeof(bool)) return SettingKind.Switch;
        if (type.IsEnum || setting.Property.GetCustomAttribute<AllowedValuesAttribute>() is not null) return SettingKind.Choice;
        if (setting.IsSecret) return SettingKind.Secret;
        if (type == typeof(string)) return OfText(setting.Property);
        if (type == typeof(DateOnly)) return SettingKind.Date;
        if (type == typeof(TimeOnly)) return SettingKind.Time;
        if (type == typeof(Guid)) return OfLibrary(setting.Property);
        return type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) ? OfNumber(setting.Property) : SettingKind.None;
    }

    /// <summary>The type without its Nullable.</summary>
    public static Type TypeOf(Setting setting) => Nullable.GetUnderlyingType(setting.Type) ?? setting.Type;

    /// <summary>The type of an item where the setting is a list, else null.</summary>
    public static Type? ItemOf(Setting setting)
    {
        if (setting.Type == typeof(string) || !setting.Type.IsAssignableTo(typeof(System.Collections.IEnumerable))) return null;
        return setting.Type.IsArray ? setting.Type.GetElementType() : setting.Type.GenericTypeArguments is [var only] ? only : typeof(object);
    }

    /// <summary>Whether it is chosen from the village's library.</summary>
    public static bool IsOfLibrary(this Setting setting) => setting.KindOf() is SettingKind.Picture or SettingKind.File;

    static SettingKind OfItems(Type item)
    {
        if (item.IsEnum) return SettingKind.Choices;
        if (ScalarReader.CanRead(item)) return SettingKind.List;
        return SettingRecords.CanShow(item) ? SettingKind.Records : SettingKind.None;
    }

    static SettingKind OfText(PropertyInfo property)
    {
        if (property.GetCustomAttribute<EmailAddressAttribute>() is not null) return SettingKind.Email;
        if (property.GetCustomAttribute<UrlAttribute>() is not null) return SettingKind.Url;
        if (property.GetCustomAttribute<PhoneAttribute>() is not null) return SettingKind.Phone;
        return property.GetCustomAttribute<DataTypeAttribute>() switch
        {
            { DataType: DataType.MultilineText } => SettingKind.LongText,
            { DataType: DataType.Html } => SettingKind.Html,
            { CustomDataType: Color } => SettingKind.Color,
            _ => SettingKind.Text,
        };
    }

    static SettingKind OfLibrary(PropertyInfo property) => property.GetCustomAttribute<DataTypeAttribute>() switch
    {
        { DataType: DataType.Upload } => SettingKind.File,
        { CustomDataType: Picture } => SettingKind.Picture,
        _ => SettingKind.None,
    };

    static SettingKind OfNumber(PropertyInfo property) => property.GetCustomAttribute<DataTypeAttribute>() switch
    {
        { DataType: DataType.Currency } => SettingKind.Money,
        { CustomDataType: Percent } => SettingKind.Percent,
        _ => SettingKind.Number,
    };
}
