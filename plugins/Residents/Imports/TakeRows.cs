using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Imports;

/// <summary>Takes a part of an import into the register.</summary>
sealed class TakeRows(IDocumentSession session, PlanRows plan, Register register)
{
    static readonly RecordCause Cause = new(ChangeKind.Imported);

    readonly Dictionary<string, Family> families = [];
    readonly HashSet<string> units = [];

    public async Task<SheetImport> RunAsync(SheetImport import, SheetPart part, CancellationToken stop)
    {
        var reader = await CheckRows.ReaderAsync(import, session, stop);
        if (units.Count == 0) units.UnionWith((await session.Query<Unit>().ToListAsync(stop)).Select(unit => unit.Key));
        // A double of a row that another part brought would be taken for a change.
        var bad = part.Reports.Where(row => row.Kind == RowKind.Bad).ToDictionary(row => row.Number);
        var planned = await plan.PlanAsync([.. part.Rows.Where(row => !bad.ContainsKey(row.Number)).Select(reader.Read)], stop);
        if (!import.OnlyGood && planned.Any(row => row.After is null)) return Refused(import, part, planned);
        await PrepareAsync(planned, stop);
        List<RowReport> reports = [.. bad.Values];
        // Whoever is no head any more makes room for the new one.
        foreach (var row in planned.OrderBy(row => Households.IsHead(row.After))) reports.Add(await TakeAsync(row, stop));
        session.Store(part with { Rows = [], Reports = [.. reports], Families = [.. families.Values.Where(family => family.Version == 0).Select(family => family.Id)] });
        var isRefused = !import.OnlyGood && reports.Any(row => row.Kind == RowKind.Bad);
        return import with { Taken = reports.Aggregate(import.Taken, (counts, row) => counts.With(row)), State = isRefused ? ImportState.TakingBack : import.State };
    }

    /// <summary>The register has changed since the dry run: all or nothing means nothing.</summary>
    SheetImport Refused(SheetImport import, SheetPart part, IEnumerable<PlannedRow> planned)
    {
        session.Store(part with { Reports = [.. planned.Where(row => row.After is null).Select(row => row.Report)] });
        return import with { State = ImportState.TakingBack };
    }

    async Task PrepareAsync(IReadOnlyList<PlannedRow> planned, CancellationToken stop)
    {
        families.Clear();
        List<string?> cards = [.. planned.Select(row => row.Said.Card).OfType<string>().Distinct()];
        foreach (var family in await session.Query<Family>().Where(family => cards.Contains(family.CardNumber)).ToListAsync(stop)) families[family.CardNumber!] = family;
        await register.PrepareAsync([.. families.Values.Select(family => family.Id), .. planned.Select(row => row.Before?.Family).OfType<Guid>()], stop);
    }

    async Task<RowReport> TakeAsync(PlannedRow row, CancellationToken stop)
    {
        if (row.After is not { } after) return row.Report;
        if (row.Said.Card is { } card) after = after with { Family = FamilyOf(card, after).Id };
        Keep(after.Place);
        var report = (row with { After = after }).Report;
        if (report.Kind == RowKind.Same) return report;
        try
        {
            if (row.Before is { } before) await register.ChangeAsync(before, after, Cause, stop);
            else await register.AddAsync(after, Cause, stop);
            return report with { Resident = after.Id, Version = after.Version + 1 };
        }
        catch (InvalidRecordException refused)
        {
            return report with { Kind = RowKind.Bad, Notes = [new(refused.Problem.Field, refused.Problem.Key, refused.Problem.Detail)], Changes = [] };
        }
    }

    Family FamilyOf(string card, Resident member)
    {
        if (families.TryGetValue(card, out var family)) return family;
        register.Keep(family = new() { CardNumber = card, Address = member.Address, Place = member.Place });
        return families[card] = family;
    }

    void Keep(Territory? place)
    {
        if (place?.Hamlet is null) return;
        foreach (var part in new[] { place with { RwNumber = null, RtNumber = null }, place with { RtNumber = null }, place })
            if (units.Add(Unit.KeyOf(part))) session.Store(Unit.At(part));
    }
}
