using SmartKampung.Letters.Office;

namespace SmartKampung.Tests.Plugins.Letters.Office;

public sealed class WorkingHoursTests
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    [Theory]
    [InlineData("2026-11-23 09:15", 1, "2026-11-23 10:15")]
    [InlineData("2026-11-23 09:15", 12, "2026-11-24 13:45")]
    [InlineData("2026-11-27 10:30", 2, "2026-11-30 09:00")]
    [InlineData("2026-11-23 08:00", 15, "2026-11-24 15:30")]
    [InlineData("2026-11-28 12:00", 8, "2026-12-01 08:30")]
    [InlineData("2026-11-23 22:00", 1, "2026-11-24 09:00")]
    public void Deadline_is_counted_while_the_office_works(string from, int hours, string due) =>
        Assert.Equal(At(due), new WorkingHours([], [], Zone).After(At(from), hours));

    [Fact]
    public void Day_on_which_the_office_is_closed_counts_nothing()
    {
        var office = new WorkingHours([], [new(2026, 11, 24), new(2026, 11, 25)], Zone);

        Assert.Equal(At("2026-11-26 13:45"), office.After(At("2026-11-23 09:15"), 12));
        Assert.Equal(TimeSpan.Zero, office.Between(At("2026-11-23 15:30"), At("2026-11-26 08:00")));
    }

    [Fact]
    public void Break_at_noon_counts_nothing_and_hours_told_twice_count_once()
    {
        var monday = DayOfWeek.Monday;
        var office = new WorkingHours([new(monday, new(13, 0), new(15, 0)), new(monday, new(8, 0), new(11, 0)), new(monday, new(9, 0), new(12, 0))], [], Zone);

        Assert.Equal(At("2026-11-23 13:30"), office.After(At("2026-11-23 11:00"), TimeSpan.FromMinutes(90)));
        Assert.Equal(TimeSpan.FromHours(6), office.Between(At("2026-11-23 00:00"), At("2026-11-29 23:00")));
    }

    [RandomRuns(300)]
    public void What_was_worked_until_a_deadline_is_what_it_was_given_and_no_minute_more(byte[] week, byte[] closed, int from, ushort minutes)
    {
        var (office, begin, work) = (Of(week, closed), Moment(from), TimeSpan.FromMinutes(1 + (minutes % 3000)));
        var due = office.After(begin, work);

        Assert.Equal(work, office.Between(begin, due));
        Assert.True(office.Between(begin, due.AddMinutes(-1)) < work);
    }

    [RandomRuns(300)]
    public void Time_in_parts_is_the_time_in_whole(byte[] week, byte[] closed, int from, ushort first, ushort second)
    {
        var (office, begin) = (Of(week, closed), Moment(from));
        var (one, other) = (TimeSpan.FromMinutes(first % 3000), TimeSpan.FromMinutes(second % 3000));
        var (middle, end) = (begin + one, begin + one + other);

        Assert.Equal(office.Between(begin, end), office.Between(begin, middle) + office.Between(middle, end));
        Assert.Equal(office.After(begin, one + other), office.After(office.After(begin, one), other));
    }

    [RandomRuns(100)]
    public void What_was_worked_is_what_the_clock_on_the_wall_counts(byte[] week, byte[] closed, int from, ushort minutes)
    {
        var (begin, length, days) = (Moment(from), minutes % 6000, Closed(closed));
        var hours = Hours(week);
        var open = hours.Count > 0 ? hours : WorkingHours.Usual;
        var worked = Enumerable.Range(0, length).Select(minute => TimeZoneInfo.ConvertTime(begin.AddMinutes(minute), Zone).DateTime).Count(now =>
            !days.Contains(DateOnly.FromDateTime(now)) && open.Any(span => span.Day == now.DayOfWeek && span.Opens <= TimeOnly.FromDateTime(now) && TimeOnly.FromDateTime(now) < span.Closes));

        Assert.Equal(TimeSpan.FromMinutes(worked), new WorkingHours(hours, days, Zone).Between(begin, begin.AddMinutes(length)));
    }

    static WorkingHours Of(byte[] week, byte[] closed) => new(Hours(week), Closed(closed), Zone);

    /// <summary>Spans of whole minutes, some of which overlap.</summary>
    static List<OpeningHours> Hours(byte[] week) =>
        [.. week.Chunk(3).Where(part => part.Length == 3).Take(12).Select(part => new OpeningHours((DayOfWeek)(part[0] % 7), Time(part[1] * 4), Time((part[1] * 4) + 1 + (part[2] * 2))))];

    static TimeOnly Time(int minutes) => new TimeOnly(0, 0).Add(TimeSpan.FromMinutes(Math.Min(minutes, 1439)));

    static HashSet<DateOnly> Closed(byte[] days) => [.. days.Take(10).Select(day => new DateOnly(2026, 11, 20).AddDays(day % 20))];

    static DateTimeOffset Moment(int minutes) => At("2026-11-20 00:00").AddMinutes(Math.Abs(minutes % 20_000));

    static DateTimeOffset At(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
