using Microsoft.AspNetCore.Antiforgery;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>The way into a capsule: rule, token, scope, and back out.</summary>
sealed record CapsuleEntrance(Capsule Capsule, Rule Rule, RequestDelegate Inner, bool ChecksToken, ILogger Log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!await RuleCheck.PassAsync(context, Rule)) return;
        if (ChecksToken && IsUnsafe(context.Request.Method) && !await HasTokenAsync(context)) return;
        var outer = context.RequestServices;
        using var told = Log.BeginScope(new ModuleLogScope(PresentVillage.Of(context)?.Code, Capsule.Id));
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

    static bool IsUnsafe(string method) =>
        !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));

    static async Task<bool> HasTokenAsync(HttpContext context)
    {
        if (await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)) return true;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }
}
