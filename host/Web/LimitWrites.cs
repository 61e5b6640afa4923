using System.Globalization;
using System.Threading.RateLimiting;
using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Web;

/// <summary>
/// Strangers may write only so often, whatever they say of themselves; who is signed in, more often and apart from others at their address; who sends the key
/// is not slowed. Not by the framework's middleware, whose timers outlive the host that they belong to.
/// </summary>
sealed class LimitWrites : IDisposable
{
    const int PerMinute = 30;
    const int PerMinuteOfPeople = 300;

    readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        IsReading(context.Request) || context.RequestServices.GetService<AdministratorKey>()?.IsSentBy(context.Request) is true
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(WriterOf(context), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = SignedIn.Of(context) is null ? PerMinute : PerMinuteOfPeople,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => limiter.Dispose();

    static string WriterOf(HttpContext context) =>
        SignedIn.Of(context) is { } person ? person.Account.Id.ToString() : ClientAddress.Of(context).ToString();

    static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}
