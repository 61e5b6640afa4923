using Ledger.Contracts;

namespace Ledger;

/// <summary>Offers a shared service, tells events and closes its books by a job.</summary>
public sealed class LedgerModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddDocuments<Booking>()
        .AddDocuments<Closing>()
        .AddSharedService<ILedger, BookLedger>()
        .AddJob<CloseBooks>(Schedule.Cron("0 6 * * *"))
        .AddJob<Stumble>(Schedule.Every(TimeSpan.FromHours(1)))
        .AddIndicators(async (IDocumentSession session, CancellationToken stop) =>
            (IReadOnlyList<Indicator>)[new("bookings", await session.Query<Booking>().CountAsync(stop))]);

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapGet("/bookings", async (IDocumentSession session, CancellationToken stop) =>
            (await session.Query<Booking>().ToListAsync(stop)).Select(booking => booking.Amount).Order()).AllowAnyone();
        village.MapGet("/closings", async (IDocumentSession session, CancellationToken stop) => await session.Query<Closing>().CountAsync(stop)).AllowAnyone();
        village.MapGet("/closed", async (IDocumentSession session, CancellationToken stop) => (await session.Query<Closing>().ToListAsync(stop)).Select(closing => closing.Bookings)).AllowAnyone();
        village.MapGet("/longest", async (ICache cache, IDocumentSession session, CancellationToken stop) =>
            await cache.GetOrAddAsync("numbers", async () => new Numbers(Guid.NewGuid(), await session.Query<Booking>().CountAsync(stop)), stop)).AllowAnyone();
    }
}

public sealed record Booking : Document
{
    public required int Amount { get; init; }
}

public sealed record Closing : Document
{
    public required int Bookings { get; init; }
}

public sealed record Numbers(Guid Made, int Bookings);

sealed class BookLedger(IDocumentSession session, IEvents events) : ILedger
{
    public void Book(int amount)
    {
        session.Store(new Booking { Amount = amount });
        events.Publish(new Booked(amount));
    }

    public Task SaveByItselfAsync() => session.SaveChangesAsync();
}

/// <summary>Stores and leaves the saving to the host, so that its effect is there once.</summary>
sealed class CloseBooks(IDocumentSession session) : IJob
{
    public async Task RunAsync(CancellationToken stop) => session.Store(new Closing { Bookings = await session.Query<Booking>().CountAsync(stop) });
}

/// <summary>Fails in each village that has booked thirteen.</summary>
sealed class Stumble(IDocumentSession session) : IJob
{
    public async Task RunAsync(CancellationToken stop)
    {
        if (await session.Query<Booking>().Where(booking => booking.Amount == 13).AnyAsync(stop)) throw new InvalidOperationException("Thirteen.");
    }
}
