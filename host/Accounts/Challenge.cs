namespace SmartKampung.Host.Accounts;

/// <summary>How a request without the right key is turned away: 401, or 429 where too many wrong ones came before it.</summary>
sealed class Challenge
{
    static readonly Challenge TooMany = new();

    /// <summary>Remembers that the request is one guess too many.</summary>
    public static void Slow(HttpContext context) => context.Features.Set(TooMany);

    public static int StatusFor(HttpContext context)
    {
        if (context.Features.Get<Challenge>() is null) return StatusCodes.Status401Unauthorized;
        context.Response.Headers.RetryAfter = "60";
        return StatusCodes.Status429TooManyRequests;
    }
}
