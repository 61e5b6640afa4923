using System.Globalization;

namespace SmartKampung.Residents.Statistics;

/// <summary>The monthly report as a page and as a file.</summary>
static class ShowReport
{
    public static async Task<Page> Show(string? bulan, MonthlyReport report, IRights rights, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (ReportMonth.Of(bulan, village, clock) is not { } month) return Page.NotFound();
        return Page.View("residents-report", new { rows = await report.OfAsync(month.Number, stop), month, mayExport = rights.Has(Permissions.Write) });
    }

    public static async Task<IResult> Download(string? bulan, MonthlyReport report, ITexts texts, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (ReportMonth.Of(bulan, village, clock) is not { } month) return Page.NotFound();
        var rows = (await report.OfAsync(month.Number, stop)).Select(row => Written(row, texts)).ToList();
        return Workbooks.Answer(new() { [$"LAMPID {month.Text}"] = rows }, $"lampid-{village.Code}-{month.Text}.xlsx");
    }

    static Dictionary<string, object> Written(ReportRow row, ITexts texts) => new()
    {
        [texts["lampid.row"]] = texts[$"lampid.{row.Name}"], [texts["lampid.male_citizens"]] = row.Of.MaleCitizens, [texts["lampid.female_citizens"]] = row.Of.FemaleCitizens,
        [texts["lampid.male_foreigners"]] = row.Of.MaleForeigners, [texts["lampid.female_foreigners"]] = row.Of.FemaleForeigners,
        [texts["statistics.men"]] = row.Men, [texts["statistics.women"]] = row.Women, [texts["statistics.all"]] = row.All,
    };
}

/// <summary>A month that is over or running.</summary>
sealed record ReportMonth(int Number, DateOnly Day, string Text, string? Before, string? After)
{
    const string Written = "yyyy-MM";

    public static ReportMonth? Of(string? typed, Village village, TimeProvider clock)
    {
        var today = village.TimeZone.DayOf(clock.GetUtcNow());
        var first = today.AddDays(1 - today.Day);
        if (!string.IsNullOrEmpty(typed) && !DateOnly.TryParseExact($"{typed}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first)) return null;
        return first > today || first.Year < 1900 ? null : new(PopulationFlow.NumberOf(first), first, TextOf(first), TextOf(first.AddMonths(-1)), first.AddMonths(1) <= today ? TextOf(first.AddMonths(1)) : null);
    }

    static string TextOf(DateOnly day) => day.ToString(Written, CultureInfo.InvariantCulture);
}
