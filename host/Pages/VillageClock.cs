using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Pages;

/// <summary>The clock that a request's days and times are meant by.</summary>
static class VillageClock
{
    public static TimeZoneInfo Of(HttpContext context) => PresentVillage.Of(context)?.TimeZone ?? SiteClock.TimeZone;
}
