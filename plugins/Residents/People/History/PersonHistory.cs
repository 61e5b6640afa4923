namespace SmartKampung.Residents.People;

/// <summary>What was changed in a record, also in those that went into it.</summary>
sealed class PersonHistory(IDocumentSession session, ShownFields shown)
{
    /// <summary>The last first.</summary>
    public async Task<IReadOnlyList<ShownChange>> OfAsync(IReadOnlyList<Guid> ids, CancellationToken stop) =>
    [
        .. (await session.Query<Change>().Where(change => ids.Contains(change.Resident)).ToListAsync(stop)).OrderByDescending(change => change.At)
            .Select(change => new ShownChange(change.Kind, change.At, change.By, shown.Of(change.Fields))),
    ];

    /// <summary>The records that went into this one, as they were.</summary>
    public async Task<IReadOnlyList<ShownChange>> MergedAsync(IReadOnlyList<Guid> ids, CancellationToken stop) => ids.Count == 1
        ? []
        : [.. (await session.Query<MergedResident>().Where(merged => ids.Contains(merged.Id)).ToListAsync(stop)).Select(merged => new ShownChange(ChangeKind.Merged, merged.At, merged.By, shown.Of(merged.Fields)))];
}

/// <summary>A change as people read it.</summary>
/// <param name="Kind">What it came from.</param>
/// <param name="At">When.</param>
/// <param name="By">Who changed it; empty for a script.</param>
/// <param name="Fields">Before and after.</param>
sealed record ShownChange(ChangeKind Kind, DateTimeOffset At, string By, IReadOnlyList<ShownField> Fields);
