namespace SmartKampung.Residents.People;

/// <summary>Looks for people and opens their records over the API.</summary>
static class QueryPeople
{
    const int PerPage = 50;

    /// <summary>Masked, as in the console.</summary>
    public static async Task<IResult> List(string? search, string? hamlet, string? rw, string? rt, string? state, int? page, IDocumentSession session, CancellationToken stop)
    {
        var wanted = WantedPeople.Of(search, hamlet, rw, rt, state);
        var (number, total) = (Math.Clamp(page ?? 1, 1, 100_000), await wanted.CountAsync(session, stop));
        var found = await wanted.InAsync(session, stop);
        var residents = await (wanted.Words.Length > 0 ? found : found.OrderByDescending(resident => resident.Id)).Skip((number - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        return Results.Ok(new { total, page = number, pages = PageNumber.Last(total, PerPage), items = await PersonRow.OfAsync(residents, session, stop) });
    }

    /// <summary>Opens a record; what for is told, and the reading is written down before anything is answered.</summary>
    public static async Task<IResult> Open(Guid id, Body<OpeningForm> body, HttpContext context, PeopleFinder people, Readings readings, IDocumentSession session, CancellationToken stop)
    {
        if (await people.FindAsync(id, stop) is not { } resident) return Problem.NotFound();
        var family = resident.Family is { } card ? await session.LoadAsync<Family>(card, stop) : null;
        readings.Note(resident.Id, body.Value.Purpose.Trim());
        await session.SaveChangesAsync(stop);
        context.Response.Headers.ETag = $"\"{resident.Version}\"";
        return Results.Ok(SharedData.Of(resident, family));
    }
}
