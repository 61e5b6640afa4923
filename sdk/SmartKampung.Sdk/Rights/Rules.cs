namespace SmartKampung.Sdk;

/// <summary>Says who may enter a route. Every route of a module has exactly one rule, its own or its group's.</summary>
public static class Rules
{
    /// <summary>Anyone may enter, signed in or not.</summary>
    public static T AllowAnyone<T>(this T route) where T : IEndpointConventionBuilder => route.With(Rule.Anyone);

    /// <summary>A signed-in resident of the village may enter.</summary>
    public static T AllowResident<T>(this T route) where T : IEndpointConventionBuilder => route.With(Rule.Resident);

    /// <summary>
    /// Who holds the permission in the village may enter; at the portal who holds it for the regency, or over one of its districts, see <see cref="IVillagesInSight"/>.
    /// </summary>
    /// <param name="route">The route or group of routes.</param>
    /// <param name="permission">A permission that the module registered with <see cref="AddPermission"/>.</param>
    public static T RequirePermission<T>(this T route, Permission permission) where T : IEndpointConventionBuilder =>
        route.With(new Rule(permission));

    /// <summary>Makes a permission known, so that roles can be given it.</summary>
    public static IServiceCollection AddPermission(this IServiceCollection services, Permission permission) => services.AddSingleton(permission);

    static T With<T>(this T route, Rule rule) where T : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(rule));
        return route;
    }
}

/// <summary>Metadata of a route: who may enter. Compared by reference, since two rules on one route are a mistake even when they agree.</summary>
sealed class Rule(Permission? permission = null)
{
    public static Rule Anyone { get; } = new();

    public static Rule Resident { get; } = new();

    /// <summary>Whoever is signed in may enter; for pages of the host alone.</summary>
    public static Rule SignedIn { get; } = new();

    public Permission? Permission { get; } = permission;
}
