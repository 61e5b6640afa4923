using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Operations;

/// <summary>Tells monitors whether the host serves, and which modules do not.</summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" })).ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).WithName("Ready").WithTags("Operations")
            .WithSummary("Whether the host serves; modules that do not run are named with the reason.");
    }

    // 200 while the host serves: a failed module degrades it, and is not a reason to take 217 villages off the net.
    static IResult Ready(ModuleHost modules)
    {
        var states = modules.Modules.Select(module => new ModuleHealth(module.Id, module.Manifest?.Version, module.State.ToString(), module.Reason)).ToList();
        return Results.Ok(new { status = modules.Modules.All(module => module.IsRunning) ? "ready" : "degraded", modules = states });
    }

    sealed record ModuleHealth(string Id, string? Version, string State, string? Reason);
}
