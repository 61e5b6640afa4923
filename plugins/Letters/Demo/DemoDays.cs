namespace SmartKampung.Letters.Demo;

/// <summary>The hours in which an office works, from Monday to Friday.</summary>
sealed class DemoDays(Random random, TimeZoneInfo zone)
{
    static readonly TimeOnly Closes = new(15, 30);

    /// <summary>When it was asked for, and when each of so many steps was taken. Some wait for a day.</summary>
    public IReadOnlyList<DateTimeOffset> Times(DateOnly day, int steps, bool isSlow)
    {
        var at = MorningOf(day).AddMinutes(random.Next(300));
        var times = new List<DateTime> { at };
        for (var step = 0; step < steps; step++)
        {
            at = at.AddMinutes(random.Next(15, 160));
            if (TimeOnly.FromDateTime(at) > Closes || (isSlow && step == 0)) at = MorningOf(DateOnly.FromDateTime(at).AddDays(1)).AddMinutes(random.Next(90));
            times.Add(at);
        }

        return [.. times.Select(local => new DateTimeOffset(local, zone.GetUtcOffset(local)))];
    }

    /// <summary>The opening on a day, or on the Monday after it.</summary>
    static DateTime MorningOf(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return day.ToDateTime(new TimeOnly(8, 0));
    }
}
