using SmartKampung.Host.Accounts;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>Decides whether the person of a request may enter a route.</summary>
static class RuleCheck
{
    /// <summary>
    /// False when the person may not enter; the answer says why then. Nobody is sent to sign in by a page, staff to their second step;
    /// else the status is 401 for nobody, 429 for who guesses keys, 403 for somebody.
    /// </summary>
    public static Task<bool> PassAsync(HttpContext context, Rule rule)
    {
        if (May(context, rule)) return Task.FromResult(true);
        Refuse(context);
        return Task.FromResult(false);
    }

    public static bool May(HttpContext context, Rule rule)
    {
        if (rule == Rule.Anyone) return true;
        if (rule == Rule.SignedIn) return SignedIn.Of(context) is { Token: null };
        if (rule == Rule.Resident) return SignedIn.Of(context) is { Token: null } person && person.RolesIn(PresentVillage.Of(context)).Any();
        return rule.Permission is { } permission && Rights.Holds(context, permission);
    }

    static void Refuse(HttpContext context)
    {
        var person = SignedIn.Of(context);
        if (IsPage(context) && WayIn(context.Request, person) is { } way) context.Response.Redirect(way);
        else context.Response.StatusCode = person is null ? Challenge.StatusFor(context) : StatusCodes.Status403Forbidden;
    }

    static string? WayIn(HttpRequest request, SignedIn? person)
    {
        if (person is null) return ReturnAddress.SignInFrom(request);
        return person is { IsStaff: true, HasProvedTwice: false } ? ReturnAddress.SecondStepFrom(request) : null;
    }

    /// <summary>Only what is read can be come back to.</summary>
    static bool IsPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Request.Headers.Authorization.Count == 0
        && !context.Request.PathBase.Add(context.Request.Path).StartsWithSegments("/api");
}
