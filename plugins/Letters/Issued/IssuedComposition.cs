namespace SmartKampung.Letters.Issued;

/// <summary>Numbers, signatures, papers and their check.</summary>
static class IssuedComposition
{
    public static IServiceCollection AddIssuedLetters(this IServiceCollection services) => services;

    public static void MapChecks(this IEndpointRouteBuilder village)
    {
    }

    public static void MapBook(this IEndpointRouteBuilder console)
    {
    }
}
