using SmartKampung.Host.Notifications;
using SmartKampung.Host.Storage;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Background;

/// <summary>What is waiting, what failed, and a way to try again; figures of the modules; the portal made anew.</summary>
static class BackgroundApi
{
    public static RouteGroupBuilder MapBackgroundApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Background");
        api.MapRebuildPortal();
        api.MapNotificationsApi();
        var village = api.MapGroup("/villages/{code}").AddEndpointFilter(PresentCode.Filter);
        village.MapGet("/events", Events).WithName("ListEvents").WithSummary("The events that wait to be delivered, or were given up.").Produces<WaitingEvents>();
        village.MapPost("/events/retry", Retry).WithName("RetryEvents").WithSummary("Delivers at once what failed.").Produces(StatusCodes.Status202Accepted);
        village.MapGet("/jobs", Jobs).WithName("ListJobs").WithSummary("When each job ran and runs next.").Produces<JobList>();
        village.MapGet("/indicators", ListIndicators).WithName("ListIndicators").WithSummary("The figures of the village's modules.").Produces<IndicatorList>();
        return api;
    }

    static async Task<IResult> Events(string code, VillageRegistry villages, Outbox outbox, CancellationToken stop)
    {
        var found = await outbox.OpenSession(PartitionOf(code, villages)).Query<OutgoingEvent>().OrderBy(happened => happened.DueAt).Take(WaitingEvents.Most).ToListAsync(stop);
        return ApiJson.Ok(new WaitingEvents([.. found.Select(WaitingEvent.Of)]));
    }

    static async Task<IResult> Retry(string code, VillageRegistry villages, OutboxDelivery delivery, CancellationToken stop)
    {
        await delivery.RetryAsync(PartitionOf(code, villages), stop);
        return Results.Accepted();
    }

    static async Task<IResult> Jobs(string code, VillageRegistry villages, JobTurns turns, CancellationToken stop) =>
        ApiJson.Ok(new JobList([.. (await turns.OfAsync(villages.FindByCode(code)!.Id, stop)).Select(JobView.Of)]));

    static async Task<IResult> ListIndicators(string code, HttpContext context, VillageRegistry villages, VillageCache cache, Indicators indicators, CancellationToken stop) =>
        ApiJson.Ok(await indicators.OfAsync(await cache.GetAsync(villages.FindByCode(code)!, stop), context, stop));

    static Partition PartitionOf(string code, VillageRegistry villages) => Partition.OfVillage(villages.FindByCode(code)!.Id);
}

sealed record WaitingEvents(IReadOnlyList<WaitingEvent> Events)
{
    public const int Most = 500;
}

/// <param name="Id">Identifies it.</param>
/// <param name="Source">The module that told of it, or "host".</param>
/// <param name="Name">The event.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="Reason">Why it failed last.</param>
/// <param name="NextAt">When it comes again; null when it was given up.</param>
sealed record WaitingEvent(Guid Id, string Source, string Name, int Attempts, string? Reason, DateTimeOffset? NextAt)
{
    public static WaitingEvent Of(OutgoingEvent happened) => new(
        happened.Id, happened.Source, happened.Name, happened.Attempts, happened.Reason, happened.DueAt == DateTimeOffset.MaxValue ? null : happened.DueAt);
}

sealed record JobList(IReadOnlyList<JobView> Jobs);

/// <param name="Module">The module.</param>
/// <param name="Job">The job.</param>
/// <param name="LastRun">When it last ran to its end, well or not.</param>
/// <param name="NextAt">When it runs next.</param>
/// <param name="Attempts">How often this turn was tried in vain.</param>
/// <param name="Reason">Why it failed last.</param>
sealed record JobView(string Module, string Job, DateTimeOffset? LastRun, DateTimeOffset NextAt, int Attempts, string? Reason)
{
    public static JobView Of(JobTurn turn) => new(turn.Module, turn.Job, turn.LastRun, turn.DueAt, turn.Attempts, turn.Reason);
}

/// <param name="Indicators">The figures.</param>
/// <param name="LeftOut">The modules that failed, or did not tell theirs in time.</param>
sealed record IndicatorList(IReadOnlyList<IndicatorView> Indicators, IReadOnlyList<string> LeftOut);

/// <param name="Module">The module.</param>
/// <param name="Name">Names the figure for machines.</param>
/// <param name="Text">Names it for people.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">What it counts.</param>
sealed record IndicatorView(string Module, string Name, string Text, decimal Value, IndicatorUnit Unit);
