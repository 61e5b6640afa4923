namespace SmartKampung.Host.Villages;

/// <summary>Indonesia's three time zones and the provinces that keep them.</summary>
static class TimeZones
{
    public const string Western = "Asia/Jakarta";
    const string Central = "Asia/Makassar";
    const string Eastern = "Asia/Jayapura";

    public static IReadOnlyList<string> All { get; } = [Western, Central, Eastern];

    /// <summary>The time zone of a village by the first two digits of its code, the province.</summary>
    public static string OfCode(string code) => code[..2] switch
    {
        "51" or "52" or "53" or "63" or "64" or "65" => Central,
        ['7', _] => Central,
        ['8', _] or ['9', _] => Eastern,
        _ => Western,
    };

    public static bool Exists(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);
}
