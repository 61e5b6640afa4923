using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>Takes the time of what is not answered from memory.</summary>
sealed class TimeRequests(RequestDelegate next, SlowRequests slow, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (clock.GetElapsedTime(began) is var time && time >= SlowRequests.Slow)
                slow.Note(RouteOf(context), PresentVillage.Of(context)?.Name, context.Response.StatusCode, time);
        }
    }

    /// <summary>By route and not by address, so that there are few of them; what has none is one.</summary>
    static string RouteOf(HttpContext context) => $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?"}";
}
