namespace SmartKampung.Letters.Types;

/// <summary>The letters that a village offers.</summary>
static class TypesComposition
{
    public static IServiceCollection AddTypes(this IServiceCollection services) => services;

    public static void MapTypes(this IEndpointRouteBuilder console)
    {
    }
}
