namespace SmartKampung.Host.Villages.Succession;

/// <summary>Gives a village the code that a new district or regency brings. Its address stays, unless that was the code itself.</summary>
sealed class RecodeVillage(Successions successions, ReservedSegments reserved)
{
    public async Task<(Outcome? Outcome, Refusal? Refusal)> RunAsync(string code, Recoding recoding, CancellationToken stop = default) =>
        Check(recoding) is { Length: > 0 } errors
            ? (null, Refusal.Invalid(errors))
            : await successions.RunAsync(code, recoding.From, now => Decide(now, recoding), stop: stop);

    static FieldError[] Check(Recoding recoding)
    {
        var check = new VillageCheck();
        check.That(VillageCode.IsValid(recoding.Code), "/code", VillageMessages.Code);
        if (recoding.District is { } district) check.Name("/district", district);
        if (recoding.Regency is { } regency) check.Name("/regency", regency);
        return check.Errors;
    }

    Decision Decide(Situation now, Recoding recoding)
    {
        if (now.Village.Code == recoding.Code) return Decision.DoneBefore();
        if (now.WhyNot() is { } refusal) return Decision.Refuse(refusal);
        if (now.Villages.OwnerOf(recoding.Code) is { } other && other.Id != now.Village.Id)
            return Decision.Refuse(Refusal.Conflict(VillageMessages.CodeTaken, "/code"));
        var known = now.Village.Record;
        var place = new Places(now.Villages).Find(recoding.Code, recoding.District, recoding.Regency, known);
        return place.Errors.Count > 0
            ? Decision.Refuse(Refusal.Invalid(place.Errors))
            : new([Addressed(now, known.WithCode(recoding.Code, now.From) with { District = place.District, Regency = place.Regency })], []);
    }

    VillageRecord Addressed(Situation now, VillageRecord recoded) => now.Village.Slug == now.Village.Code
        ? new SlugAssignment(now.Villages, reserved).Assign([recoded])[0].WithEarlierSlug(now.Village.Slug)
        : recoded;
}

/// <summary>A new code for a village.</summary>
sealed record Recoding
{
    public string Code { get; init; } = "";

    /// <summary>The district's name; needed where no village of it is known yet.</summary>
    public string? District { get; init; }

    /// <summary>The regency's name; needed where no village of it is known yet.</summary>
    public string? Regency { get; init; }

    /// <summary>The day from which the code counts; today unless told.</summary>
    public DateOnly? From { get; init; }
}
