namespace SmartKampung.Host.Web;

/// <summary>
/// Refuses a Host header that is no address, since pages, feeds and calendars tell their own address by it. Probes of health may come without one.
/// </summary>
sealed class HostHeader(RequestDelegate next)
{
    static readonly PathString Health = new("/health");

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsAddress(request) || (request.Headers.Host.ToString().Length == 0 && request.Path.StartsWithSegments(Health))) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("The Host header is no address.", context.RequestAborted);
    }

    static bool IsAddress(HttpRequest request)
    {
        try
        {
            return request.Host.HasValue && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out _);
        }
        catch (ArgumentException)
        {
            return false; // What begins with xn-- and is no Punycode.
        }
    }
}
