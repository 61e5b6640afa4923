using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Residents;

namespace SmartKampung.Letters.Demo;

/// <summary>Fills the demo village with a year of letters of its invented people, counted from today. All or nothing, and once.</summary>
static class FillDemo
{
    const int Seed = 470;

    public static async Task Fill(
        IDocumentSession session, IDemoResidents residents, DemoRequests requests, DemoPapers papers, DemoSigning signing, WorkingHours hours, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (await session.Query<LetterRequest>().AnyAsync(stop)) return;
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone);
        var today = DateOnly.FromDateTime(now.DateTime);
        var people = new DemoPeople(await residents.ListAsync(stop), today);
        if (!people.HasAyu) return;
        await requests.LoadAsync(stop);
        var staff = new DemoStaff(await DemoFolder.ReadAsync<DemoOfficial>("staff.json", stop), people);
        var samples = await DemoFolder.ReadAsync<DemoSample>("asked.json", stop);
        var done = new DoneCases(requests, people, new(new(Seed), village.TimeZone), today).Make(samples);
        var open = await new OpenCases(requests, people, papers, now).MakeAsync(samples, await DemoFolder.ReadAsync<DemoOpen>("open.json", stop), stop);
        await TakeStepsAsync(done, open, signing, staff, hours, now, stop);
        Store(session, done, open);
        await session.SaveChangesAsync(stop);
    }

    static async Task TakeStepsAsync(IReadOnlyList<DemoCase> done, IReadOnlyList<(DemoCase Case, DemoOpen Open)> open, DemoSigning signing, DemoStaff staff, WorkingHours hours, DateTimeOffset now, CancellationToken stop)
    {
        IReadOnlyList<DemoCase> sent = [.. done, .. open.Where(one => one.Open.State is not RequestState.Draft).Select(one => one.Case)];
        foreach (var one in sent)
        {
            one.Send(staff, hours);
            one.Approve(staff, hours);
        }

        await signing.SignAsync(sent, staff, stop);
        DemoEnds.Apply(done);
        foreach (var (one, how) in open) one.Request = OpenCases.End(one, how, staff, now);
    }

    static void Store(IDocumentSession session, IReadOnlyList<DemoCase> done, IReadOnlyList<(DemoCase Case, DemoOpen Open)> open)
    {
        foreach (var one in done.Concat(open.Select(one => one.Case)))
        {
            session.Store(one.Request);
            if (one.Letter is { } letter) session.Store(letter);
        }

        foreach (var rating in DemoEnds.Ratings(done)) session.Store(rating);
    }
}
