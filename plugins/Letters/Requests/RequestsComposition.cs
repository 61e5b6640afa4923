namespace SmartKampung.Letters.Requests;

/// <summary>Asking for letters and deciding on them.</summary>
static class RequestsComposition
{
    public static IServiceCollection AddRequests(this IServiceCollection services) => services;

    public static void MapRequests(this IEndpointRouteBuilder village)
    {
    }

    public static void MapDesk(this IEndpointRouteBuilder console)
    {
    }
}
