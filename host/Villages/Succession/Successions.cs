namespace SmartKampung.Host.Villages.Succession;

/// <summary>Decides and saves what becomes of a village, all of it or nothing, while nobody else changes villages.</summary>
sealed class Successions(VillageRegistry registry, VillageDocuments documents, TimeProvider clock)
{
    /// <param name="code">The code by which the village was asked for.</param>
    /// <param name="from">The day from which it counts; today in the village unless told.</param>
    /// <param name="decide">Gets the villages as they are and tells what to save.</param>
    /// <param name="open">Begins the unit of work where it saves more than villages.</param>
    /// <param name="stop">Cancels the saving.</param>
    public async Task<(Outcome? Outcome, Refusal? Refusal)> RunAsync(
        string code, DateOnly? from, Func<Situation, Decision> decide, Func<IDocumentSession>? open = null, CancellationToken stop = default)
    {
        var decision = Decision.Refuse(Refusal.NotFound);
        await registry.ChangeAsync(
            villages =>
            {
                if (villages.FindByCode(code) is { } village) decision = Decide(new(villages, village, code, Today(village)), from, decide);
                return decision.Records;
            },
            open ?? documents.OpenSession,
            stop);
        return decision.Refusal is null ? (ToOutcome(code, decision), null) : (null, decision.Refusal);
    }

    static Decision Decide(Situation today, DateOnly? from, Func<Situation, Decision> decide) => from > today.From
        ? Decision.Refuse(Refusal.Invalid(new FieldError("/from", SuccessionMessages.NotYet)))
        : decide(today with { From = from ?? today.From });

    DateOnly Today(VillageEntry village) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone).Date);

    Outcome ToOutcome(string code, Decision decision)
    {
        var villages = registry.Villages;
        return new(decision.Records.Count > 0, villages.FindByCode(code)!, [.. decision.Others.Select(id => villages.Find(id)!)]);
    }
}

/// <summary>The villages as they are, the one that something is to become of, and the day from which it counts.</summary>
sealed record Situation(VillageIndex Villages, VillageEntry Village, string AskedCode, DateOnly From)
{
    /// <summary>Why nothing can become of the village any more, or not under the code by which it was asked for.</summary>
    public Refusal? WhyNot()
    {
        if (Village.Code != AskedCode) return Refusal.Conflict(SuccessionMessages.HasCode(Village.Code));
        return Village.IsClosed ? Refusal.Conflict(SuccessionMessages.Closed) : null;
    }
}

/// <summary>What is to be saved, and the other villages concerned; neither records nor a refusal where it was done before.</summary>
sealed record Decision(IReadOnlyList<VillageRecord> Records, IReadOnlyList<Guid> Others, Refusal? Refusal = null)
{
    public static Decision Refuse(Refusal refusal) => new([], [], refusal);

    public static Decision DoneBefore(params IReadOnlyList<Guid> others) => new([], others);
}

/// <summary>What became of a village.</summary>
/// <param name="IsNew">False where it had been done before and nothing was changed now.</param>
/// <param name="Village">The village as it is.</param>
/// <param name="Others">The villages that were split off, or that became part of it.</param>
sealed record Outcome(bool IsNew, VillageEntry Village, IReadOnlyList<VillageEntry> Others);
