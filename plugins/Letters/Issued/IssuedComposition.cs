using SmartKampung.Letters.Issued.Papers;

namespace SmartKampung.Letters.Issued;

/// <summary>Numbers, signatures, papers and their check.</summary>
static class IssuedComposition
{
    public static IServiceCollection AddIssuedLetters(this IServiceCollection services) => services
        .AddPermission(IssuedPermissions.Preview)
        .AddScoped<LetterPaper>()
        .AddScoped<PreviewLetter>();

    public static void MapChecks(this IEndpointRouteBuilder village)
    {
    }

    public static void MapBook(this IEndpointRouteBuilder console)
    {
    }

    public static void MapIssuedApi(this IEndpointRouteBuilder village) =>
        village.MapPost("/preview", PreviewType.Make).RequirePermission(IssuedPermissions.Preview);
}
