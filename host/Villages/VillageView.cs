namespace SmartKampung.Host.Villages;

/// <summary>A village as the API tells it.</summary>
sealed record VillageView(
    Guid Id,
    string Code,
    string Name,
    VillageKind Kind,
    Area District,
    Area Regency,
    string PostalCode,
    Location? Location,
    string Slug,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> HostNames,
    IReadOnlyList<EarlierCode> EarlierCodes,
    string TimeZone,
    bool Closed)
{
    public static VillageView Of(VillageEntry entry) => new(
        entry.Id, entry.Code, entry.Name, entry.Record.Kind, entry.District, entry.Regency, entry.Record.PostalCode, entry.Record.Location, entry.Slug,
        entry.Record.Aliases, entry.Record.HostNames, entry.Record.EarlierCodes, entry.Record.TimeZone, entry.IsClosed);
}

/// <summary>A page of villages.</summary>
sealed record VillageList(int Total, int Page, int PageSize, int LastPage, IReadOnlyList<VillageView> Villages);
