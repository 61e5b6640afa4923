using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Serving;

/// <summary>The figures of the service: on a page for staff, and for dashboards.</summary>
static class ShowService
{
    const int Days = 365;

    public static void MapService(this IEndpointRouteBuilder console) => console.MapGet("/statistik", Show).RequirePermission(IssuedPermissions.Book);

    static async Task<Page> Show(IDocumentSession session, ICache cache, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        var figures = await cache.GetOrAddAsync("service", () => ReadAsync(session, hours, clock, stop), stop);
        return Page.View("letters-service", new { rows = figures.Times, ratings = figures.Ratings, score = figures.Score, days = Days });
    }

    /// <summary>The figures of the last year, on the village's and the regency's dashboards.</summary>
    public static async Task<IReadOnlyList<Indicator>> Count(IDocumentSession session, ICache cache, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        var figures = await cache.GetOrAddAsync("service", () => ReadAsync(session, hours, clock, stop), stop);
        var all = figures.Times[0];
        return
        [
            new("letters-done", all.Count),
            new("letters-median", all.MedianHours, IndicatorUnit.Hours),
            new("letters-ninetieth", all.NinetiethHours, IndicatorUnit.Hours),
            new("letters-in-time", all.InTime, IndicatorUnit.Percent),
            new("letters-asked-back", all.AskedBack, IndicatorUnit.Percent),
            new("letters-waiting", await session.Query<LetterRequest>().Where(request => request.State == RequestState.Waiting).CountAsync(stop)),
            new("letters-score", figures.Score, IndicatorUnit.Percent),
        ];
    }

    static async Task<ServiceFigures> ReadAsync(IDocumentSession session, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-Days);
        var done = await session.Query<LetterRequest>().Where(request => request.State == RequestState.Done && request.DoneAt >= since).ToListAsync(stop);
        var ratings = await session.Query<LetterRating>().Where(rating => rating.At >= since).ToListAsync(stop);
        return new(ServiceTimes.ByType(done, hours), ratings.Count, ratings.Count == 0 ? 0 : Math.Round((decimal)ratings.Average(rating => rating.Score) * 25));
    }
}

/// <summary>What is told of the service.</summary>
/// <param name="Times">All letters, then each kind.</param>
/// <param name="Ratings">How many answered.</param>
/// <param name="Score">Their mean, in hundredths of the best.</param>
sealed record ServiceFigures(IReadOnlyList<ServiceTimes> Times, int Ratings, decimal Score);
