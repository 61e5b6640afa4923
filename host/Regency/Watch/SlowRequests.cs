using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Privacy;

namespace SmartKampung.Host.Regency;

/// <summary>The slowest requests of the last days, one a route and no more than <see cref="MostRoutes" />. What is quick costs one comparison.</summary>
sealed class SlowRequests(IOptions<RetentionOptions> retention, TimeProvider clock)
{
    /// <summary>What is quicker is nobody's worry.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);

    const int MostRoutes = 200;

    readonly ConcurrentDictionary<string, SlowRequest> byRoute = new();

    public void Note(string route, string? village, int status, TimeSpan time)
    {
        if (time < Slow) return;
        if (byRoute.Count >= MostRoutes && !byRoute.ContainsKey(route)) Forget();
        byRoute.AddOrUpdate(route, _ => new(route, village, status, time, 1, clock.GetUtcNow()), (_, known) => known.Then(village, status, time, clock.GetUtcNow()));
    }

    /// <summary>The slowest first.</summary>
    public IReadOnlyList<SlowRequest> Slowest(int count)
    {
        var since = clock.GetUtcNow() - TimeSpan.FromDays(retention.Value.SlowRequestDays);
        return [.. byRoute.Values.Where(request => request.At > since).OrderByDescending(request => request.Time).Take(count)];
    }

    /// <summary>Makes room: the least slow goes.</summary>
    void Forget()
    {
        if (byRoute.Values.MinBy(request => request.Time) is { } least) byRoute.TryRemove(least.Route, out _);
    }
}

/// <param name="Route">Method and route.</param>
/// <param name="Village">Where the slowest was; null at the portal.</param>
/// <param name="Status">What it was answered.</param>
/// <param name="Time">How long the slowest took.</param>
/// <param name="Count">How many were slow.</param>
/// <param name="At">When the slowest was.</param>
sealed record SlowRequest(string Route, string? Village, int Status, TimeSpan Time, int Count, DateTimeOffset At)
{
    public int Milliseconds => (int)Time.TotalMilliseconds;

    public SlowRequest Then(string? village, int status, TimeSpan time, DateTimeOffset at) =>
        time > Time ? new(Route, village, status, time, Count + 1, at) : this with { Count = Count + 1 };
}
