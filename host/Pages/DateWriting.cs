using System.Globalization;

namespace SmartKampung.Host.Pages;

/// <summary>Days and times as Indonesians write them; own tables, since the machine's differ from version to version.</summary>
static class DateWriting
{
    static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
    static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    static readonly string[] ShortMonths = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    static readonly string[] EnglishShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Write(DateTimeOffset moment, string style, string language)
    {
        var isEnglish = language == "en";
        return style switch
        {
            "long" => $"{Weekday(moment, isEnglish)}, {Medium(moment, isEnglish)}",
            "short" => $"{moment.Day} {ShortMonth(moment, isEnglish)} {moment.Year}",
            "day" => moment.Day.ToString(CultureInfo.InvariantCulture),
            "month" => ShortMonth(moment, isEnglish),
            "month_year" => $"{Month(moment, isEnglish)} {moment.Year}",
            "weekday" => Weekday(moment, isEnglish),
            "time" => Time(moment, isEnglish),
            "full" => $"{Weekday(moment, isEnglish)}, {Medium(moment, isEnglish)}, {Time(moment, isEnglish)}",
            _ => Medium(moment, isEnglish),
        };
    }

    /// <summary>For datetime attributes: a day, a time, or a moment to the minute with its offset.</summary>
    public static string Iso(object? value, TimeZoneInfo zone) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => Moment(value, zone)?.ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A value of a template as a moment by the village's clock, or null.</summary>
    public static DateTimeOffset? Moment(object? value, TimeZoneInfo zone) => value switch
    {
        DateTimeOffset moment => TimeZoneInfo.ConvertTime(moment, zone),
        DateOnly day => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue))),
        TimeOnly time => new DateTimeOffset(DateOnly.MinValue.AddDays(1).ToDateTime(time), TimeSpan.Zero),
        DateTime date => new DateTimeOffset(date, zone.GetUtcOffset(date)),
        _ => null,
    };

    static string Medium(DateTimeOffset moment, bool isEnglish) => $"{moment.Day} {Month(moment, isEnglish)} {moment.Year}";

    static string Weekday(DateTimeOffset moment, bool isEnglish) => (isEnglish ? EnglishDays : Days)[(int)moment.DayOfWeek];

    static string Month(DateTimeOffset moment, bool isEnglish) => (isEnglish ? EnglishMonths : Months)[moment.Month - 1];

    static string ShortMonth(DateTimeOffset moment, bool isEnglish) => (isEnglish ? EnglishShortMonths : ShortMonths)[moment.Month - 1];

    static string Time(DateTimeOffset moment, bool isEnglish) => isEnglish
        ? $"{(moment.Hour + 11) % 12 + 1}:{moment.Minute:00} {(moment.Hour < 12 ? "am" : "pm")}"
        : $"{moment.Hour:00}.{moment.Minute:00}";
}
