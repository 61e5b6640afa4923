using SmartKampung.Host.Home;

namespace SmartKampung.Tests.Host.Home;

public sealed class OfficeHoursTests
{
    static readonly TimeSpan Western = TimeSpan.FromHours(7);

    static readonly List<OpeningHours> Week =
    [
        .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday }.Select(day => new OpeningHours(day, new(7, 30), new(15, 0))),
        new(DayOfWeek.Friday, new(7, 30), new(11, 0)),
    ];

    [Theory]
    [InlineData("2026-11-24T07:29:59", false)]
    [InlineData("2026-11-24T07:30:00", true)]
    [InlineData("2026-11-24T14:59:59", true)]
    [InlineData("2026-11-24T15:00:00", false)]
    [InlineData("2026-11-28T10:00:00", false)]
    public void Office_is_open_from_the_minute_it_opens_until_the_minute_it_closes(string local, bool open) =>
        Assert.Equal(open, At(local).Current is not null);

    [Fact]
    public void Same_moment_is_office_time_in_one_zone_and_not_in_another()
    {
        var moment = new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);

        Assert.Null(new OfficeHours(Week, In("Asia/Jakarta", moment)).Current);
        Assert.NotNull(new OfficeHours(Week, In("Asia/Jayapura", moment)).Current);
        Assert.Equal(DayOfWeek.Wednesday, In("Asia/Jayapura", moment).DayOfWeek);
    }

    [Theory]
    [InlineData("2026-11-24T06:00:00", 0, DayOfWeek.Tuesday)]
    [InlineData("2026-11-24T16:00:00", 1, DayOfWeek.Wednesday)]
    [InlineData("2026-11-27T12:00:00", 3, DayOfWeek.Monday)]
    public void Closed_office_tells_when_it_opens_next(string local, int days, DayOfWeek day)
    {
        var next = At(local).Next;

        Assert.Equal((days, day), (next!.Days, next.Span.Day));
    }

    [Fact]
    public void Office_that_opens_once_a_week_opens_in_seven_days() =>
        Assert.Equal(7, new OfficeHours([new(DayOfWeek.Tuesday, new(8, 0), new(9, 0))], Local("2026-11-24T10:00:00")).Next!.Days);

    [Fact]
    public void Days_in_a_row_with_the_same_hours_are_told_together()
    {
        var week = At("2026-11-24T10:00:00").Week();

        Assert.Equal(
            [(DayOfWeek.Monday, DayOfWeek.Thursday), (DayOfWeek.Friday, DayOfWeek.Friday), (DayOfWeek.Saturday, DayOfWeek.Sunday)],
            week.Select(days => (days.First, days.Last)));
        Assert.Equal([true, false, false], week.Select(days => days.IsToday));
        Assert.Empty(week[2].Spans);
    }

    [Fact]
    public void Break_at_noon_closes_the_office_for_an_hour()
    {
        OpeningHours[] hours = [new(DayOfWeek.Tuesday, new(13, 0), new(15, 0)), new(DayOfWeek.Tuesday, new(8, 0), new(12, 0))];
        var noon = new OfficeHours(hours, Local("2026-11-24T12:30:00"));

        Assert.Null(noon.Current);
        Assert.Equal(new TimeOnly(13, 0), noon.Next!.Span.Opens);
        Assert.Equal(2, noon.Week().Single(days => days.IsToday).Spans.Count);
    }

    static OfficeHours At(string local) => new(Week, Local(local));

    static DateTimeOffset Local(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), Western);

    static DateTimeOffset In(string zone, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
