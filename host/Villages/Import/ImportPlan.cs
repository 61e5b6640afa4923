namespace SmartKampung.Host.Villages.Import;

/// <summary>What an import will save.</summary>
sealed class ImportPlan
{
    readonly VillageIndex villages;
    readonly List<VillageRecord> named = [];
    readonly List<VillageRecord> changed = [];
    readonly List<ImportError> errors = [];
    readonly List<PlannedRow> planned = [];
    readonly Dictionary<Guid, int> seen = [];
    int added;
    int unchanged;

    public ImportPlan(VillageIndex villages, ReservedSegments reserved, IReadOnlyList<VillageRow> rows)
    {
        this.villages = villages;
        foreach (var row in rows) Add(row);
        Records = errors.Count > 0 ? [] : [.. new SlugAssignment(villages, reserved).Assign(named).Select(Renamed), .. changed];
        Result = errors.Count > 0 ? ImportResult.Failed(errors) : new(added, Records.Count - added, unchanged, []);
    }

    public IReadOnlyList<VillageRecord> Records { get; }

    public ImportResult Result { get; }

    /// <summary>What becomes of each line.</summary>
    public IReadOnlyList<PlannedRow> Rows => planned;

    void Add(VillageRow row)
    {
        if (villages.FindByCode(row.Code) is not { } known) AddNew(row);
        else if (seen.TryAdd(known.Id, row.Number)) Compare(known.Record, row);
        else errors.Add(new(row.Number, Columns.Code, ImportMessages.SameVillage(seen[known.Id])));
    }

    void AddNew(VillageRow row)
    {
        added++;
        planned.Add(new(row.Number, row.Code, row.Name, PlannedState.Added));
        named.Add(new()
        {
            Code = row.Code,
            Name = row.Name,
            Kind = row.Kind,
            District = row.District,
            Regency = row.Regency,
            PostalCode = row.PostalCode,
            Location = row.Location,
            Slug = "",
            TimeZone = TimeZones.OfCode(row.Code),
        });
    }

    void Compare(VillageRecord known, VillageRow row)
    {
        var record = known with
        {
            Name = row.Name,
            Kind = row.Kind,
            District = row.District,
            Regency = row.Regency,
            PostalCode = row.PostalCode.Length > 0 ? row.PostalCode : known.PostalCode,
            Location = row.Location ?? known.Location,
        };
        planned.Add(new(row.Number, row.Code, row.Name, record == known ? PlannedState.Same : PlannedState.Changed));
        if (record == known) unchanged++;
        else if (record.Name == known.Name) changed.Add(record);
        else named.Add(record);
    }

    VillageRecord Renamed(VillageRecord record) =>
        villages.Find(record.Id) is { } known ? record.WithEarlierSlug(known.Slug) : record;
}

/// <summary>What becomes of a line of the file.</summary>
/// <param name="Number">The line, counted from 1.</param>
/// <param name="Code">The village's code.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="State">What the import does with it.</param>
sealed record PlannedRow(int Number, string Code, string Name, PlannedState State);

enum PlannedState
{
    Added,
    Changed,
    Same,
}
