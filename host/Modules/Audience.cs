namespace SmartKampung.Host.Modules;

/// <summary>Metadata of a route: where it is served. Without it a route belongs to the portal's address.</summary>
sealed class Audience
{
    public static Audience Village { get; } = new();

    public static Audience VillageApi { get; } = new();

    public static Audience Portal { get; } = new();

    /// <summary>Villages and portal alike, such as assets.</summary>
    public static Audience Everywhere { get; } = new();
}

static class AudienceExtensions
{
    public static T For<T>(this T routes, Audience audience) where T : IEndpointConventionBuilder
    {
        routes.Add(endpoint => endpoint.Metadata.Add(audience));
        return routes;
    }
}
