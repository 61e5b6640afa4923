using Cronos;

namespace SmartKampung.Host.Background;

/// <summary>Computes a job's turns.</summary>
sealed class JobSchedule
{
    readonly CronExpression? cron;
    readonly TimeSpan interval;

    /// <exception cref="FormatException">The cron expression is wrong.</exception>
    public JobSchedule(Schedule schedule)
    {
        try
        {
            cron = schedule.CronExpression is { } expression ? CronExpression.Parse(expression) : null;
        }
        catch (CronFormatException wrong)
        {
            throw new FormatException($"The schedule '{schedule.CronExpression}' is no cron expression: {wrong.Message}", wrong);
        }

        interval = schedule.Interval;
    }

    /// <summary>The next turn after a moment; the end of time for an expression that never comes true.</summary>
    public DateTimeOffset After(DateTimeOffset moment, TimeZoneInfo zone) =>
        cron is null ? moment + interval : cron.GetNextOccurrence(moment, zone) ?? DateTimeOffset.MaxValue;

    /// <summary>Later than this no turn can be, unless the clock was wrong when it was computed.</summary>
    public DateTimeOffset Latest(DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = After(now, zone);
        return next == DateTimeOffset.MaxValue ? next : After(next, zone);
    }
}
