using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Pages;

/// <summary>The kind of an input by its field's type and annotations. Numbers are text, since they are typed with dots and commas.</summary>
static class InputKind
{
    public static (string Type, string Attributes) Of(ModelField field)
    {
        if (field.Find<EmailAddressAttribute>() is not null) return ("email", "");
        if (field.Find<UrlAttribute>() is not null) return ("url", "");
        if (field.Find<PhoneAttribute>() is not null) return ("tel", "");
        if (field.Find<DataTypeAttribute>() is { DataType: DataType.Password }) return ("password", "");
        if (field.Type == typeof(int) || field.Type == typeof(long)) return ("text", " inputmode=\"numeric\"");
        if (field.Type == typeof(decimal) || field.Type == typeof(double)) return ("text", " inputmode=\"decimal\"");
        return (OfMoment(field.Type), "");
    }

    static string OfMoment(Type type)
    {
        if (type == typeof(DateOnly)) return "date";
        if (type == typeof(TimeOnly)) return "time";
        if (type == typeof(DateTimeOffset)) return "datetime-local";
        return type.IsAssignableTo(typeof(IFormFile)) ? "file" : "text";
    }
}
