using System.Globalization;
using Scriban.Runtime;

namespace SmartKampung.Host.Pages;

/// <summary>Writes a value as its field shows it.</summary>
static class ScalarWriting
{
    public static string Write(object? value, string language, TimeZoneInfo zone) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "",
        Enum name => StandardMemberRenamer.Rename(name.ToString()),
        DateTimeOffset moment => TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        DateOnly or TimeOnly => DateWriting.Iso(value, zone),
        decimal or double => Decimal(value, language),
        System.Collections.IEnumerable items => string.Join('\n', items.Cast<object?>().Select(item => Write(item, language, zone))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static string Decimal(object number, string language)
    {
        var text = Convert.ToDecimal(number, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
        return language == "en" ? text : text.Replace('.', ',');
    }
}
