namespace SmartKampung.Residents;

/// <summary>Days of a village's calendar.</summary>
static class Days
{
    public static DateTimeOffset StartOf(this TimeZoneInfo zone, DateOnly day) => zone.At(day, TimeOnly.MinValue);

    public static DateTimeOffset At(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, zone.GetUtcOffset(local));
    }

    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
