namespace SmartKampung.Host.Pages;

/// <summary>Whose templates, texts and assets a request uses: metadata of an endpoint, or a feature of the request, which goes first.</summary>
sealed record PageOwner(string Id)
{
    public static PageOwner Host { get; } = new("host");

    public static string Of(HttpContext context)
    {
        var owner = context.Features.Get<PageOwner>() ?? context.GetEndpoint()?.Metadata.GetMetadata<PageOwner>() ?? Host;
        return owner.Id;
    }
}
