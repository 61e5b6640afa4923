namespace SmartKampung.Host.Villages.Import;

/// <summary>
/// Brings a file of villages into the registry: new ones are added, known ones (by their code) get the file's name, district and postal code.
/// With one wrong line nothing is imported.
/// </summary>
sealed class ImportVillages(VillageRegistry registry, ReservedSegments reserved, RegencyOptions regency)
{
    /// <summary>What the import of the file would do; nothing is saved.</summary>
    public ImportCheck Check(Stream file)
    {
        var read = new VillageCsv(regency).Read(file);
        if (read.Errors.Count > 0) return new(ImportResult.Failed(read.Errors), []);
        var plan = new ImportPlan(registry.Villages, reserved, read.Rows);
        return new(plan.Result, plan.Rows);
    }

    public async Task<ImportResult> RunAsync(Stream file, CancellationToken stop = default)
    {
        var read = new VillageCsv(regency).Read(file);
        if (read.Errors.Count > 0) return ImportResult.Failed(read.Errors);
        var result = ImportResult.Failed([]);
        await registry.ChangeAsync(
            villages =>
            {
                var plan = new ImportPlan(villages, reserved, read.Rows);
                result = plan.Result;
                return plan.Records;
            },
            stop);
        return result;
    }
}

/// <summary>What an import would do, line by line.</summary>
sealed record ImportCheck(ImportResult Result, IReadOnlyList<PlannedRow> Rows);

/// <summary>What an import did, or why it did nothing.</summary>
sealed record ImportResult(int Added, int Changed, int Unchanged, IReadOnlyList<ImportError> Errors)
{
    public static ImportResult Failed(IReadOnlyList<ImportError> errors) => new(0, 0, 0, errors);
}
