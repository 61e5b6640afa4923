namespace SmartKampung.Host.Pages;

/// <summary>Metadata of an endpoint: the template that its pages are put into.</summary>
sealed record PageLayout(string Template)
{
    public static PageLayout Site { get; } = new("layout");

    public static PageLayout Console { get; } = new("console");

    public static PageLayout Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageLayout>() ?? Site;
}
