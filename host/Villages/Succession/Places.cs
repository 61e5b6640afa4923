namespace SmartKampung.Host.Villages.Succession;

/// <summary>Names the district and the regency that a code lies in: as other villages name them, or else as the caller does.</summary>
sealed class Places(VillageIndex villages)
{
    /// <param name="code">A code of the right shape.</param>
    /// <param name="district">The district's name as the caller tells it, or null.</param>
    /// <param name="regency">The regency's name as the caller tells it, or null.</param>
    /// <param name="known">The village that the code is for, or that it is split from.</param>
    public Place Find(string code, string? district, string? regency, VillageRecord known)
    {
        var errors = new List<FieldError>();
        return new(
            Named(VillageCode.District(code), district, known.District, villages.FindDistrict, new("/district", VillageMessages.District), errors),
            Named(VillageCode.Regency(code), regency, known.Regency, villages.FindRegency, new("/regency", VillageMessages.Regency), errors),
            errors);
    }

    static Area Named(string code, string? told, Area own, Func<string, Area?> find, FieldError missing, List<FieldError> errors)
    {
        var known = own.Code == code ? own : find(code);
        if (known is not null && (told is null || told.Trim() == known.Name)) return known;
        if (known is not null) errors.Add(new(missing.Pointer, SuccessionMessages.IsCalled(known.Name)));
        else if (told is null) errors.Add(missing);
        return new(code, told?.Trim() ?? "");
    }
}

/// <summary>Where a village lies, and what is wrong with what was told of it.</summary>
sealed record Place(Area District, Area Regency, IReadOnlyList<FieldError> Errors);
