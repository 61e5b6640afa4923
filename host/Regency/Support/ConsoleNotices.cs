using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Regency;

/// <summary>What whoever is in a village's console has to know on each page, kept in the request's features.</summary>
/// <param name="Support">The visits of the last 30 days.</param>
/// <param name="IsReadOnly">Whether the village can't be changed any more.</param>
/// <param name="OwnAccount">The account of the reader.</param>
sealed record ConsoleNotices(IReadOnlyList<VisitTold> Support, bool IsReadOnly, Guid OwnAccount)
{
    /// <summary>The visit that goes on, if there is one; the reader's own before all.</summary>
    public VisitTold? Present { get; } = Support.Where(visit => visit.IsOpen).OrderByDescending(visit => visit.AccountId == OwnAccount).FirstOrDefault();

    public bool IsOwn => Present?.AccountId == OwnAccount;
}

/// <summary>Looks the notices up before a page of a village's console is made.</summary>
sealed class NoticesOfConsole(RequestDelegate next, SupportVisits visits, VillageRegistry villages)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (PresentVillage.Of(context) is { } village && PageLayout.Of(context) == PageLayout.Console)
        {
            var support = await visits.LatelyAsync(village.Id, context.RequestAborted);
            context.Features.Set(new ConsoleNotices(support, villages.Find(village.Id) is { IsReadOnly: true }, SignedIn.Of(context)?.Account.Id ?? Guid.Empty));
        }

        await next(context);
    }
}
