using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Settings;

/// <summary>A scope with those that it inherits from, widest first.</summary>
readonly record struct ScopePath
{
    readonly Scope district;
    readonly Scope village;

    ScopePath(int count, Scope district, Scope village) => (Count, this.district, this.village) = (count, district, village);

    public static ScopePath Regency { get; } = new(1, default, default);

    public int Count { get; }

    public Scope this[int level] => level switch
    {
        0 => Scope.Regency,
        1 => district,
        _ => village,
    };

    public Scope Own => this[Count - 1];

    public static ScopePath Of(VillageEntry village) => OfVillage(village.Id, village.District.Code);

    public static ScopePath Of(Village village) => OfVillage(village.Id, village.District.Code);

    public static ScopePath OfDistrict(string code) => new(2, Scope.District(code), default);

    static ScopePath OfVillage(Guid id, string district) => new(3, Scope.District(district), Scope.Village(id));
}
