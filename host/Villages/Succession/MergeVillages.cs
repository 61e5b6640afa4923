namespace SmartKampung.Host.Villages.Succession;

/// <summary>
/// Makes villages part of another, which keeps its id, address and data. The others close: their addresses lead to it, their data stay with them.
/// </summary>
sealed class MergeVillages(Successions successions)
{
    public async Task<(Outcome? Outcome, Refusal? Refusal)> RunAsync(string code, Merging merging, CancellationToken stop = default) =>
        merging.Villages.Count == 0
            ? (null, Refusal.Invalid(new FieldError("/villages", VillageMessages.Required)))
            : await successions.RunAsync(code, merging.From, now => Decide(now, merging), stop: stop);

    static Decision Decide(Situation now, Merging merging)
    {
        VillageEntry?[] gone = [.. merging.Villages.Select(now.Villages.FindByCode)];
        if (Array.TrueForAll(gone, village => village?.Record.Successor?.Village == now.Village.Id)) return Decision.DoneBefore(IdsOf(gone));
        if (now.WhyNot() is { } refusal) return Decision.Refuse(refusal);
        FieldError[] errors = [.. merging.Villages.Select((code, i) => new FieldError($"/villages/{i}", WhyNot(now, code, merging.Villages.Take(i)) ?? LocalText.Empty)).Where(error => error.Message != LocalText.Empty)];
        if (errors.Length > 0) return Decision.Refuse(Refusal.Invalid(errors));
        return new([.. gone.Select(village => village!.Record with { IsClosed = true, Successor = new(now.Village.Id, now.From) })], IdsOf(gone));
    }

    static LocalText? WhyNot(Situation now, string code, IEnumerable<string> before)
    {
        if (now.Villages.FindByCode(code) is not { } village) return SuccessionMessages.Unknown;
        if (village.Code != code) return SuccessionMessages.HasCode(village.Code);
        if (village.Id == now.Village.Id) return SuccessionMessages.Itself;
        if (before.Contains(code)) return SuccessionMessages.Repeated;
        if (village.IsClosed) return SuccessionMessages.Closed;
        return village.Regency.Code == now.Village.Regency.Code ? null : SuccessionMessages.OtherRegency;
    }

    static Guid[] IdsOf(VillageEntry?[] villages) => [.. villages.Select(village => village!.Id)];
}

/// <summary>The villages that become part of another.</summary>
sealed record Merging
{
    /// <summary>Their codes.</summary>
    public IReadOnlyList<string> Villages { get; init; } = [];

    /// <summary>The day from which it counts; today unless told.</summary>
    public DateOnly? From { get; init; }
}
