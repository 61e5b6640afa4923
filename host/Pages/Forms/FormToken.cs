using Microsoft.AspNetCore.Antiforgery;

namespace SmartKampung.Host.Pages;

/// <summary>Refuses changes that a browser was tricked into: a form of another site carries no token of ours.</summary>
static class FormToken
{
    /// <summary>False where a change came without its token; the status is 400 then.</summary>
    public static async Task<bool> PassAsync(HttpContext context)
    {
        if (!IsUnsafe(context.Request) || await IsValidAsync(context)) return true;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }

    /// <summary>A browser sends cookies by itself, and never an Authorization header.</summary>
    static bool IsUnsafe(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        && !request.Headers.ContainsKey("Authorization");

    static async Task<bool> IsValidAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (NotSupportedException)
        {
            return false; // A form in an encoding that .NET reads no more, such as UTF-7.
        }
    }
}
