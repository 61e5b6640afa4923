namespace SmartKampung.Host.Pages;

/// <summary>The portal's clock: western Indonesian time, which a machine without time zone data knows too.</summary>
static class SiteClock
{
    public static TimeZoneInfo TimeZone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Jakarta", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("Asia/Jakarta", TimeSpan.FromHours(7), "WIB", "WIB");
}
