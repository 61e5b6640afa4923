using SmartKampung.Host.Accounts;
using SmartKampung.Host.Accounts.Interrupted;
using SmartKampung.Host.Regency;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Modules;

/// <summary>Decides whether the person of a request may enter a route.</summary>
static class RuleCheck
{
    /// <summary>
    /// False when the person may not enter; the answer says why then. Nobody is sent to sign in by a page or its form, staff to their second step, the regency to the question whether it wants to help;
    /// else the status is 401 for nobody, 429 for who guesses keys, 403 for somebody.
    /// </summary>
    public static async Task<bool> PassAsync(HttpContext context, Rule rule)
    {
        if (May(context, rule)) return true;
        await RefuseAsync(context);
        return false;
    }

    public static bool May(HttpContext context, Rule rule)
    {
        if (rule == Rule.Anyone) return true;
        if (rule == Rule.SignedIn) return SignedIn.Of(context) is { Token: null };
        if (rule == Rule.Resident) return SignedIn.Of(context) is { Token: null } person && person.RolesIn(PresentVillage.Of(context)).Any(role => role != Roles.Auditor || Rights.IsReading(context));
        return rule.Permission is { } permission && Rights.Holds(context, permission);
    }

    static async Task RefuseAsync(HttpContext context)
    {
        var person = SignedIn.Of(context);
        if (await WayInAsync(context, person) is { } way) SendTo(way, context);
        else context.Response.StatusCode = person is null ? Challenge.StatusFor(context) : StatusCodes.Status403Forbidden;
    }

    static async Task<string?> WayInAsync(HttpContext context, SignedIn? person)
    {
        if (person is { NeedsSecondStep: false }) return IsPage(context) ? SupportWay.From(context, person) : null;
        return IsPage(context) ? WayIn(context, person) : await InterruptedForm.WayBackAsync(context, person);
    }

    static void SendTo(string way, HttpContext context)
    {
        context.Response.Redirect(way);
        if (HttpMethods.IsPost(context.Request.Method)) context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    static string WayIn(HttpContext context, SignedIn? person) => person is null ? ReturnAddress.SignInFrom(context) : ReturnAddress.SecondStepFrom(context);

    /// <summary>Only what is read can be come back to.</summary>
    static bool IsPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Request.Headers.Authorization.Count == 0
        && !context.Request.PathBase.Add(context.Request.Path).StartsWithSegments("/api");
}
