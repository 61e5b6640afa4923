using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Villages;

/// <summary>A village that is about to close shows its pages and refuses whatever would change it, by page and API alike: 423, and why.</summary>
sealed class ReadOnlyVillages(RequestDelegate next, VillageRegistry villages)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsReading(context.Request) || !IsReadOnly(context) || context.GetEndpoint()?.Metadata.GetMetadata<AllowedWhileReadOnly>() is not null) return next(context);
        context.Features.Set(new StatusReason("closing"));
        context.Response.StatusCode = StatusCodes.Status423Locked;
        return Task.CompletedTask;
    }

    bool IsReadOnly(HttpContext context) => PresentVillage.Of(context) is { } present && villages.Find(present.Id) is { IsReadOnly: true };

    static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}

/// <summary>Metadata of a route that changes nothing of the village's own, or ends its being read-only.</summary>
sealed record AllowedWhileReadOnly
{
    public static AllowedWhileReadOnly Instance { get; } = new();
}

static class ReadOnlyExtensions
{
    public static T AllowReadOnly<T>(this T route) where T : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(AllowedWhileReadOnly.Instance));
        return route;
    }
}
