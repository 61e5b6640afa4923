namespace SmartKampung.Host.Villages.Import;

/// <summary>The columns of a file of villages.</summary>
static class Columns
{
    public const string Code = "code";
    public const string Name = "name";
    public const string Kind = "kind";
    public const string DistrictCode = "district_code";
    public const string DistrictName = "district_name";
    public const string RegencyCode = "regency_code";
    public const string RegencyName = "regency_name";
    public const string PostalCode = "postal_code";
    public const string Latitude = "lat";
    public const string Longitude = "lng";

    public static IReadOnlyList<string> Required { get; } = [Code, Name, Kind, DistrictCode, DistrictName];
}
