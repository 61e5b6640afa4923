using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Settings;

/// <summary>Where a configuration applies: in the whole regency, in a district, or in one village. Narrower ones inherit from wider ones.</summary>
readonly record struct Scope
{
    Scope(ScopeKind kind, string district, Guid village) => (Kind, DistrictCode, VillageId) = (kind, district, village);

    public static Scope Regency { get; } = new(ScopeKind.Regency, "", Guid.Empty);

    public ScopeKind Kind { get; }

    public string DistrictCode { get; }

    public Guid VillageId { get; }

    public static Scope District(string code) => new(ScopeKind.District, code, Guid.Empty);

    public static Scope Village(Guid id) => new(ScopeKind.Village, "", id);

    /// <summary>The scope as it is written in stored documents.</summary>
    public override string ToString() => Kind switch
    {
        ScopeKind.District => "district:" + DistrictCode,
        ScopeKind.Village => "village:" + VillageId,
        _ => "regency",
    };

    public bool Covers(VillageEntry village) => Kind switch
    {
        ScopeKind.District => village.District.Code == DistrictCode,
        ScopeKind.Village => village.Id == VillageId,
        _ => true,
    };

    public static Scope Parse(string text) => text.Split(':') switch
    {
        ["regency"] => Regency,
        ["district", var code] => District(code),
        ["village", var id] => Village(Guid.Parse(id)),
        _ => throw new FormatException($"'{text}' is no scope."),
    };
}

enum ScopeKind
{
    Regency,
    District,
    Village,
}
