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
    bool ReadOnly,
    bool Closed,
    RelationView? Successor,
    RelationView? Origin)
{
    public static VillageView Of(VillageEntry entry, VillageIndex villages) => new(
        entry.Id, entry.Code, entry.Name, entry.Record.Kind, entry.District, entry.Regency, entry.Record.PostalCode, entry.Record.Location, entry.Slug,
        entry.Record.Aliases, entry.Record.HostNames, entry.Record.EarlierCodes, entry.Record.TimeZone, entry.IsReadOnly, entry.IsClosed,
        RelationView.Of(entry.Record.Successor, villages), RelationView.Of(entry.Record.Origin, villages));
}

/// <summary>The village that another became part of, or was a part of, and the day from which.</summary>
sealed record RelationView(string Code, string Name, DateOnly From)
{
    public static RelationView? Of(Relation? relation, VillageIndex villages) =>
        relation is not null && villages.Find(relation.Village) is { } village ? new(village.Code, village.Name, relation.From) : null;
}

/// <summary>A page of villages.</summary>
sealed record VillageList(int Total, int Page, int PageSize, int LastPage, IReadOnlyList<VillageView> Villages);
