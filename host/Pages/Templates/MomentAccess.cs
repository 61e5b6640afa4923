namespace SmartKampung.Host.Pages;

/// <summary>Reads the parts of a moment, day or time.</summary>
sealed class MomentAccess : ReadOnlyAccessor
{
    static readonly string[] Parts = ["year", "month", "day", "hour", "minute"];

    public static MomentAccess Instance { get; } = new();

    public override IEnumerable<string> Members(object target) => Parts;

    protected override bool TryRead(object target, string member, out object? value)
    {
        value = (target, member) switch
        {
            (DateTimeOffset date, "year") => date.Year,
            (DateTimeOffset date, "month") => date.Month,
            (DateTimeOffset date, "day") => date.Day,
            (DateTimeOffset date, "hour") => date.Hour,
            (DateTimeOffset date, "minute") => date.Minute,
            (DateOnly date, "year") => date.Year,
            (DateOnly date, "month") => date.Month,
            (DateOnly date, "day") => date.Day,
            (TimeOnly time, "hour") => time.Hour,
            (TimeOnly time, "minute") => time.Minute,
            _ => null,
        };
        return value is not null;
    }
}
