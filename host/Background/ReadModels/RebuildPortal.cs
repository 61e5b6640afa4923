using SmartKampung.Host.Settings;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Background;

/// <summary>Makes what the portal shows of the villages anew, and tells how far that is.</summary>
static class RebuildPortal
{
    public static void MapRebuildPortal(this IEndpointRouteBuilder api)
    {
        api.MapPost("/portal/rebuild", StartAsync).WithName("RebuildPortal").WithSummary("Makes what the portal shows of the villages anew.").Produces<PortalRebuild>(StatusCodes.Status202Accepted);
        api.MapGet("/portal/rebuild/{id:guid}", ShowAsync).WithName("ShowPortalRebuild").WithSummary("How far the portal is that is made anew.").Produces<PortalRebuild>();
    }

    static async Task<IResult> StartAsync(Outbox outbox, CancellationToken stop)
    {
        var id = await outbox.SaveAsync(new PortalIsBehind(Scope.Regency.ToString(), null), stop);
        return ApiJson.Accepted($"/api/portal/rebuild/{id}", new PortalRebuild(id, Done: false, Part: 0, Reason: null));
    }

    /// <summary>What is delivered is gone, so an unknown one counts as done.</summary>
    static async Task<IResult> ShowAsync(Guid id, Outbox outbox, ReadModels models, CancellationToken stop)
    {
        var waiting = await outbox.OpenSession(Partition.Installation).LoadAsync<OutgoingEvent>(id, stop);
        return ApiJson.Ok(waiting is null ? new PortalRebuild(id, Done: true, Part: 1, Reason: null) : new PortalRebuild(id, Done: false, models.PartOf(id), waiting.Reason));
    }
}

/// <param name="Id">Identifies it.</param>
/// <param name="Done">Whether the portal shows the villages as they are.</param>
/// <param name="Part">How much is done, from 0 to 1.</param>
/// <param name="Reason">Why it failed last; it comes again.</param>
sealed record PortalRebuild(Guid Id, bool Done, double Part, string? Reason);
