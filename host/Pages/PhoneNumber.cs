namespace SmartKampung.Host.Pages;

/// <summary>Turns numbers as people write them into addresses that a phone can call.</summary>
static class PhoneNumber
{
    const string Indonesia = "62";
    const int LongestShortNumber = 6;

    /// <summary>The number as a tel: address: (0333) 412 345 is tel:+62333412345, 112 stays tel:112.</summary>
    public static string CallLink(string number)
    {
        var digits = Digits(number);
        return digits.Length <= LongestShortNumber ? $"tel:{digits}" : $"tel:+{International(digits)}";
    }

    /// <summary>The address that opens a chat with the number.</summary>
    public static string WhatsAppLink(string number) => $"https://wa.me/{International(Digits(number))}";

    /// <summary>The address that opens a chat with the number and a text ready to be sent.</summary>
    public static Uri WhatsAppLink(string number, string text) => new($"{WhatsAppLink(number)}?text={Uri.EscapeDataString(text)}");

    /// <summary>Whether it has as many digits as an international number may have (E.164), and no letters.</summary>
    public static bool IsInternational(string number) =>
        International(Digits(number)) is { Length: >= 8 and <= 15 } && !number.Any(char.IsLetter);

    /// <summary>An international number as people in Indonesia write it: 6281234567890 is 0812 3456 7890.</summary>
    public static string AsWritten(string number)
    {
        var digits = Digits(number);
        if (digits.StartsWith(Indonesia, StringComparison.Ordinal)) digits = "0" + digits[Indonesia.Length..];
        return string.Join(' ', digits.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>The number as the whole world dials it: 0812 3456 7890 is +6281234567890.</summary>
    public static string WithCountry(string number) => "+" + International(Digits(number));

    static string International(string digits) => digits.StartsWith('0') ? Indonesia + digits[1..] : digits;

    static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
