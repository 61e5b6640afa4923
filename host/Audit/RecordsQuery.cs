using System.Globalization;

namespace SmartKampung.Host.Audit;

/// <summary>What a reader of the log asks for in the address; what can't be read is not asked.</summary>
sealed record RecordsQuery(string From, string Until, string Person, string Owner, int Page)
{
    public static RecordsQuery Of(HttpRequest request) => new(
        Text(request, "from"), Text(request, "until"), Text(request, "person"), Text(request, "owner"),
        int.TryParse(Text(request, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1000 ? page : 1);

    /// <summary>Days begin and end by the reader's clock.</summary>
    public AuditFilter In(TimeZoneInfo zone) => new(
        Midnight(From, 0, zone), Midnight(Until, 1, zone), Guid.TryParse(Person, CultureInfo.InvariantCulture, out var account) ? account : null, Owner);

    /// <summary>The same question for another page.</summary>
    public string At(int page) => QueryString.Create(new Dictionary<string, string?>
    {
        ["from"] = From,
        ["until"] = Until,
        ["person"] = Person,
        ["owner"] = Owner,
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(part => !string.IsNullOrEmpty(part.Value))).ToString();

    static DateTimeOffset? Midnight(string day, int later, TimeZoneInfo zone)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 2000 or > 9000) return null;
        var midnight = date.AddDays(later).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    static string Text(HttpRequest request, string name) => request.Query[name].ToString().Trim();
}
