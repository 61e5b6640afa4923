namespace SmartKampung.Letters.Types.Publishing;

/// <summary>Where regency and districts publish types for their villages.</summary>
static class PublishingRoutes
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddPermission(Permissions.Publish)
        .AddScoped<PublishingAreas>()
        .AddScoped<Publications>();

    public static void MapPublishing(this IEndpointRouteBuilder regency)
    {
        var types = regency.MapGroup("/jenis").RequirePermission(Permissions.Publish);
        types.MapGet("/", ListPublications.Show);
        types.MapGet("/unggah", PublishFile.Show);
        types.MapPost("/unggah", PublishFile.Publish);
        types.MapGet("/{area}/{slug}", ShowPublication.Show);
        types.MapGet("/{area}/{slug}/berkas", ShowPublication.Take);
        types.MapGet("/{area}/{slug}/ubah", EditPublication.Show);
        types.MapPost("/{area}/{slug}/ubah", EditPublication.Publish);
        types.MapPost("/{area}/{slug}/tarik", WithdrawPublication.Withdraw);
    }
}
