using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Requests.Desk;

/// <summary>What waits to be worked on, the most urgent first.</summary>
static class Inbox
{
    public const string Path = "/kelola/letters";

    const int PerPage = 20;

    public static async Task<Page> Show(
        string? keadaan, string? jenis, string? cari, string? halaman,
        IDocumentSession session, DeskRights rights, LetterTypes types, IRights may, WorkingHours hours, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var wanted = InboxFilter.Of(keadaan, jenis, cari, rights.SeesAll ? InboxFilter.All : InboxFilter.Mine);
        var chosen = wanted.In(session.Query<LetterRequest>(), rights, now);
        var (page, last) = (PageNumber.Of(halaman), PageNumber.Last(await chosen.CountAsync(stop), PerPage));
        if (page > last) return Page.NotFound();
        var requests = await chosen.Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        var rows = requests.Where(rights.MaySee).Select(request => InboxRow.Of(request, rights, hours, now)).ToList();
        return Page.View("letters-inbox", new
        {
            rows,
            tabs = await CountAsync(session, rights, now, stop),
            wanted,
            types = (await types.ListAsync(stop)).Select(known => known.Type).ToList(),
            pageNumber = page,
            last,
            mayPick = may.Has(Permissions.Work) && rows.Any(row => row.MayTake),
            mayFile = may.Has(Permissions.Counter),
            maySetTypes = may.Has(Permissions.Types),
        });
    }

    static async Task<IReadOnlyList<InboxTab>> CountAsync(IDocumentSession session, DeskRights rights, DateTimeOffset now, CancellationToken stop)
    {
        var tabs = new List<InboxTab>();
        foreach (var name in InboxFilter.Tabs)
            tabs.Add(new(name, name == InboxFilter.Done ? null : await InboxFilter.In(name, session.Query<LetterRequest>(), rights, now).CountAsync(stop)));
        return tabs;
    }
}

/// <summary>A state with how many are in it; null where nobody counts.</summary>
sealed record InboxTab(string Name, int? Count);

/// <summary>A request in a list.</summary>
/// <param name="Request">The request.</param>
/// <param name="Path">Its page.</param>
/// <param name="Step">The step that waits, or null.</param>
/// <param name="Time">late, soon, running or stopped.</param>
/// <param name="Hours">The working hours until it is late, or since.</param>
/// <param name="Minutes">The minutes beyond them.</param>
/// <param name="IsClaimed">Whether somebody works on it.</param>
/// <param name="IsMine">Whether that is the reader.</param>
/// <param name="MayTake">Whether the reader may take its step.</param>
sealed record InboxRow(LetterRequest Request, string Path, LetterStep? Step, string Time, int Hours, int Minutes, bool IsClaimed, bool IsMine, bool MayTake)
{
    static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public static InboxRow Of(LetterRequest request, DeskRights rights, WorkingHours hours, DateTimeOffset now)
    {
        var (due, isLate) = (request.StepDueAt ?? now, request.StepDueAt <= now);
        var shown = isLate ? hours.Between(due, now) : hours.Between(now, due);
        var time = request.StepDueAt is null ? "stopped" : isLate ? "late" : shown < Soon ? "soon" : "running";
        return new(request, request.DeskPath(), request.Present(), time, (int)shown.TotalHours, shown.Minutes, request.ClaimedBy is not null, request.ClaimedBy is { } by && by == rights.Account, rights.MayTake(request));
    }
}
