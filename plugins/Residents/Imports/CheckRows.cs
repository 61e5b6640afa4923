using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Imports;

/// <summary>The dry run: what a part would do, and nothing else.</summary>
sealed class CheckRows(IDocumentSession session, PlanRows plan)
{
    int remembered;

    public async Task<SheetImport> RunAsync(SheetImport import, SheetPart part, CancellationToken stop)
    {
        var reader = await ReaderAsync(import, session, stop);
        await RememberAsync(import, reader, plan, stop);
        var reports = (await plan.PlanAsync([.. part.Rows.Select(reader.Read)], stop)).Select(row => row.Report).ToList();
        remembered = part.Number + 1;
        session.Store(part with { Reports = [.. reports.Where(IsWorthTelling)] });
        return import with { Found = reports.Aggregate(import.Found, (counts, row) => counts.With(row)) };
    }

    public static async Task<RowReader> ReaderAsync(SheetImport import, IDocumentSession session, CancellationToken stop)
    {
        var hamlets = (await session.Query<Unit>().ToListAsync(stop)).Select(unit => unit.Place.Hamlet).OfType<string>().Distinct();
        return new(import.Fields, hamlets.DistinctBy(hamlet => hamlet.ToUpperInvariant()).ToDictionary(hamlet => hamlet, StringComparer.OrdinalIgnoreCase));
    }

    static bool IsWorthTelling(RowReport row) => row.Notes.Count > 0 || row.Changes.Count > 0;

    /// <summary>A host that begins in the middle looks at what was before.</summary>
    async Task RememberAsync(SheetImport import, RowReader reader, PlanRows plan, CancellationToken stop)
    {
        if (remembered >= import.Position) return;
        foreach (var part in await session.Query<SheetPart>().Where(part => part.Import == import.Id && part.Number < import.Position).OrderBy(part => part.Number).ToListAsync(stop))
            plan.Remember(part.Rows.Select(reader.Read));
        remembered = import.Position;
    }
}
