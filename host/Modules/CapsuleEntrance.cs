using SmartKampung.Host.Operations;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>The way into a capsule: rule, token, limits, scope, and back out.</summary>
sealed record CapsuleEntrance(Capsule Capsule, Rule Rule, RequestDelegate Inner, bool ChecksToken, ModuleLimits Limits, ILogger Log)
{
    const string SecondsToWait = "10";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!await RuleCheck.PassAsync(context, Rule)) return;
        if (ChecksToken && !await FormToken.PassAsync(context)) return;
        // A form is read before the module's time begins: a picture on a slow line may take minutes.
        if (context.Request.HasFormContentType) await FormBody.ReadAsync(context);
        var borrowed = new BorrowedRequest(context);
        context.Response.OnCompleted(static request => ((BorrowedRequest)request).TakeBackAsync(), borrowed);
        try
        {
            await Limits.AnswerAsync(Capsule, context, stop => RunAsync(borrowed, stop));
        }
        catch (ModuleBusyException)
        {
            context.Features.Set(new StatusReason("busy"));
            Refuse(context, StatusCodes.Status503ServiceUnavailable);
        }
        catch (ModuleOverdueException)
        {
            borrowed.TakeBack();
            GiveUp(context);
        }
    }

    async Task RunAsync(BorrowedRequest borrowed, CancellationToken stop)
    {
        var context = borrowed.Lend(stop);
        using var told = Log.BeginScope(new ModuleLogScope(PresentVillage.Of(context)?.Code, Capsule.Id));
        Telemetry.Tell(context, Capsule.Id);
        await using var scope = Capsule.Enter(context);
        context.RequestServices = scope.Services;
        await Inner(context);
    }

    /// <summary>The connection ends with this answer, since the lost handler may still hold a stream of it.</summary>
    static void GiveUp(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.Headers.Connection = "close";
        Refuse(context, StatusCodes.Status504GatewayTimeout);
    }

    static void Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = SecondsToWait;
    }
}
