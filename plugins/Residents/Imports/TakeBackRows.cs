using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Imports;

/// <summary>Takes back what an import did: who came goes, what changed is as it was. What somebody changed since is left alone, and told.</summary>
sealed class TakeBackRows(IDocumentSession session, Register register)
{
    static readonly RecordCause Cause = new(ChangeKind.Imported);

    public async Task<SheetImport> RunAsync(SheetImport import, SheetPart part, CancellationToken stop)
    {
        List<Guid> ids = [.. part.Reports.Select(row => row.Resident).OfType<Guid>()];
        var residents = (await session.Query<Resident>().Where(resident => ids.Contains(resident.Id)).ToListAsync(stop)).ToDictionary(resident => resident.Id);
        await register.PrepareAsync(residents.Values.Select(resident => resident.Family).OfType<Guid>(), stop);
        List<RowReport> reports = [];
        foreach (var row in part.Reports.Reverse()) reports.Add(row.Resident is { } id ? await TakeBackAsync(row, residents.GetValueOrDefault(id), stop) : row);
        reports.Reverse();
        await ForgetAsync([.. reports.Where(row => row is { Kind: RowKind.TakenBack, Changes.Count: 0 }).Select(row => row.Resident).OfType<Guid>()], stop);
        session.Store(part with { Rows = [], Reports = [.. reports] });
        return import with { Kept = import.Kept + reports.Count(row => row.Kind == RowKind.Kept) };
    }

    /// <summary>Families that came with the import and have nobody left.</summary>
    public async Task<SheetImport> ClearAsync(SheetImport import, SheetPart part, CancellationToken stop)
    {
        List<Guid> ids = [.. part.Families];
        List<Guid?> families = [.. ids];
        var living = (await session.Query<Resident>().Where(resident => families.Contains(resident.Family)).ToListAsync(stop)).Select(resident => resident.Family).ToHashSet();
        foreach (var family in await session.Query<Family>().Where(family => ids.Contains(family.Id)).ToListAsync(stop))
            if (!living.Contains(family.Id)) session.Delete(family);
        return import;
    }

    async Task<RowReport> TakeBackAsync(RowReport row, Resident? resident, CancellationToken stop)
    {
        if (resident is null || resident.Version != row.Version) return row with { Kind = RowKind.Kept, Notes = [new("", resident is null ? "import.gone_since" : "import.changed_since")] };
        try
        {
            if (row.Kind == RowKind.New) await register.RemoveAsync(resident, Cause, stop);
            else await register.ChangeAsync(resident, ResidentFields.Put(resident, row.Changes.Select(change => change with { New = change.Old, Old = change.New })), Cause, stop);
            return row with { Kind = RowKind.TakenBack, Notes = [] };
        }
        catch (InvalidRecordException refused)
        {
            return row with { Kind = RowKind.Kept, Notes = [new(refused.Problem.Field, refused.Problem.Key, refused.Problem.Detail)] };
        }
    }

    /// <summary>Of whom was never in the register nothing is told either.</summary>
    async Task ForgetAsync(List<Guid> residents, CancellationToken stop)
    {
        foreach (var change in await session.Query<Change>().Where(change => residents.Contains(change.Resident)).ToListAsync(stop)) session.Delete(change);
    }
}
