using SmartKampung.Host.Accounts;

namespace SmartKampung.Host.Modules;

/// <summary>Decides whether the person of a request may enter a route.</summary>
static class RuleCheck
{
    /// <summary>False when the person may not enter; the answer's status is set then: 401 for nobody, 429 for who guesses keys, 403 for somebody.</summary>
    public static Task<bool> PassAsync(HttpContext context, Rule rule)
    {
        if (May(context, rule)) return Task.FromResult(true);
        context.Response.StatusCode = context.User.Identity is { IsAuthenticated: true } ? StatusCodes.Status403Forbidden : Challenge.StatusFor(context);
        return Task.FromResult(false);
    }

    public static bool May(HttpContext context, Rule rule)
    {
        if (rule == Rule.Anyone) return true;
        return rule.Permission is { } permission && Rights.Holds(context.User, permission.Name);
    }
}
