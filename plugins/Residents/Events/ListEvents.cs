using SmartKampung.Residents.People;
using SmartKampung.Residents.Statistics;

namespace SmartKampung.Residents.Events;

/// <summary>What happened in a month, the last first; names are masked as in every list.</summary>
static class ListEvents
{
    public const string Path = "/kelola/residents/peristiwa";

    const int PerPage = 30;

    public static async Task<Page> Show(string? bulan, string? halaman, IDocumentSession session, IRights rights, ITexts texts, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (ReportMonth.Of(bulan, village, clock) is not { } month) return Page.NotFound();
        var number = month.Number;
        var events = session.Query<VitalEvent>().Where(happened => happened.Month == number);
        var (page, count) = (PageNumber.Of(halaman), await events.CountAsync(stop));
        var last = PageNumber.Last(count, PerPage);
        if (page > last) return Page.NotFound();
        var shown = await events.OrderByDescending(happened => happened.On).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        var rows = shown.Select(happened => new
        {
            kind = VitalKinds.KeyOf(happened.Kind), on = happened.On, name = Masks.Name(happened.Name), path = ShowPerson.PathOf(happened.Resident), place = PlaceText.Of(happened.Place, texts), by = happened.By, back = $"{Path}/batal/{happened.Id}", happened.TakenBack,
        });
        return Page.View("residents-events", new { rows = rows.ToList(), month, count, pageNumber = page, last, pagesPath = $"{Path}?bulan={month.Text}&halaman=", mayWrite = rights.Has(Permissions.Write) });
    }
}
