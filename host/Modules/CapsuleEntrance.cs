using Microsoft.AspNetCore.Antiforgery;
using SmartKampung.Host.Operations;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>The way into a capsule: rule, token, scope, and back out.</summary>
sealed record CapsuleEntrance(Capsule Capsule, Rule Rule, RequestDelegate Inner, bool ChecksToken, ILogger Log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!await RuleCheck.PassAsync(context, Rule)) return;
        if (ChecksToken && IsUnsafe(context.Request) && !await HasTokenAsync(context)) return;
        var outer = context.RequestServices;
        using var told = Log.BeginScope(new ModuleLogScope(PresentVillage.Of(context)?.Code, Capsule.Id));
        Telemetry.Tell(context, Capsule.Id);
        await using var scope = Capsule.Enter(context);
        context.RequestServices = scope.Services;
        try
        {
            await Inner(context);
        }
        finally
        {
            context.RequestServices = outer;
        }
    }

    /// <summary>A change that a browser could be tricked into: it sends cookies by itself, and never an Authorization header.</summary>
    static bool IsUnsafe(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        && !request.Headers.ContainsKey("Authorization");

    static async Task<bool> HasTokenAsync(HttpContext context)
    {
        try
        {
            if (await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)) return true;
        }
        catch (NotSupportedException)
        {
            // A form in an encoding that .NET reads no more, such as UTF-7.
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }
}
