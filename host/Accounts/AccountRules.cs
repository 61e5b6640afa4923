using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Accounts;

/// <summary>Guards the host's own pages by the same rules as the modules', which guard theirs on the way into their capsule.</summary>
static class AccountRules
{
    /// <summary>Whoever is signed in may enter, whatever their roles.</summary>
    public static T AllowSignedIn<T>(this T route) where T : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(Rule.SignedIn));
        return route;
    }

    public static void UseRules(this IApplicationBuilder app) => app.Use(next => async context =>
    {
        if (RuleOf(context.GetEndpoint()) is { } rule && !(await RuleCheck.PassAsync(context, rule) && (IsStreamed(context) || await FormToken.PassAsync(context)))) return;
        await next(context);
    });

    static bool IsStreamed(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StreamedForm>() is not null;

    static Rule? RuleOf(Endpoint? endpoint) =>
        endpoint?.Metadata is { } metadata && metadata.GetMetadata<PageOwner>() is null ? metadata.GetMetadata<Rule>() : null;
}
