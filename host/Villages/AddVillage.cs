namespace SmartKampung.Host.Villages;

/// <summary>Adds one village; its slug is found by the same rule as in an import.</summary>
sealed class AddVillage(VillageRegistry registry, ReservedSegments reserved, RegencyOptions regency)
{
    public async Task<(VillageEntry? Village, Refusal? Refusal)> RunAsync(NewVillage village, CancellationToken stop = default)
    {
        if (Check(village) is { Length: > 0 } errors) return (null, Refusal.Invalid(errors));
        Refusal? refusal = null;
        var added = await registry.ChangeAsync(
            villages =>
            {
                refusal = villages.OwnerOf(village.Code) is null ? null : Refusal.Conflict(VillageMessages.CodeTaken);
                return refusal is null ? new SlugAssignment(villages, reserved).Assign([Record(village)]) : [];
            },
            stop);
        return (added.SingleOrDefault(), refusal);
    }

    FieldError[] Check(NewVillage village)
    {
        var check = new VillageCheck();
        check.That(VillageCode.IsValid(village.Code), "/code", VillageMessages.Code);
        check.Name("/name", village.Name);
        check.That(village.Kind is not null, "/kind", VillageMessages.Required);
        check.Name("/district", village.District);
        check.That(VillageCode.IsPostalCode(village.PostalCode ?? ""), "/postalCode", VillageMessages.PostalCode);
        check.Location(village.Location);
        check.That(RegencyOf(village) is not null, "/regency", VillageMessages.Regency);
        return check.Errors;
    }

    VillageRecord Record(NewVillage village) => new()
    {
        Code = village.Code,
        Name = village.Name.Trim(),
        Kind = village.Kind ?? VillageKind.Desa,
        District = new(VillageCode.District(village.Code), village.District.Trim()),
        Regency = new(VillageCode.Regency(village.Code), RegencyOf(village) ?? ""),
        PostalCode = village.PostalCode ?? "",
        Location = village.Location,
        Slug = "",
        TimeZone = TimeZones.OfCode(village.Code),
    };

    string? RegencyOf(NewVillage village)
    {
        if (village.Regency is { Length: > 0 } name) return name.Trim();
        return village.Code.StartsWith(regency.Code + ".", StringComparison.Ordinal) ? regency.Name : null;
    }
}

/// <summary>A village to be added. District and regency are names; their codes are the beginning of the village's.</summary>
sealed record NewVillage
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public VillageKind? Kind { get; init; }

    public string District { get; init; } = "";

    public string? Regency { get; init; }

    public string? PostalCode { get; init; }

    public Location? Location { get; init; }
}
