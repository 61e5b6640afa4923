using System.Globalization;

namespace SmartKampung.Host.Pages;

/// <summary>Numbers and amounts as Indonesians write them (1.234,5), or as English readers expect (1,234.5).</summary>
static class NumberWriting
{
    static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
    static readonly NumberFormatInfo English = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    public static string Number(object? value, string language) => Write(value, "#,##0.######", language);

    public static string Money(object? value, string language) => IsNegative(value)
        ? "-" + Money(-Convert.ToDecimal(value, CultureInfo.InvariantCulture), language)
        : "Rp" + Write(value, "#,##0.##", language);

    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    static bool IsNegative(object? value) => value is IConvertible number and not string && number.ToDecimal(CultureInfo.InvariantCulture) < 0;

    static string Write(object? value, string format, string language) => value switch
    {
        null => "",
        IFormattable number => number.ToString(format, language == "en" ? English : Indonesian),
        _ => value.ToString() ?? "",
    };
}
