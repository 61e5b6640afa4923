namespace SmartKampung.Sdk;

/// <summary>The village that a handler is in: a desa or a kelurahan. Read-only; it is the same object for the whole request.</summary>
public sealed record Village
{
    /// <summary>The identity that never changes, though codes, names and addresses may.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code by Kemendagri, such as <c>35.10.24.2008</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The name without its kind, such as <c>Tamansari</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Desa or kelurahan; a kelurahan has a lurah and no BUMDes.</summary>
    public required VillageKind Kind { get; init; }

    /// <summary>The district (kecamatan) that the village lies in.</summary>
    public required Area District { get; init; }

    /// <summary>The regency (kabupaten or kota) that the village lies in.</summary>
    public required Area Regency { get; init; }

    /// <summary>The village's part of its address below the installation's, such as <c>tamansari-licin</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>The postal code, five digits, or empty.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>A point inside the village, or null.</summary>
    public Location? Location { get; init; }

    /// <summary>The village's time zone; Asia/Jakarta for Banyuwangi.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether it is about to close: the host refuses what people would change, and work in the background should pause.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>What the village says of itself; empty for a village that said nothing yet.</summary>
    public VillageProfile Profile { get; init; } = new();
}

/// <summary>The two kinds of village in Indonesia's law.</summary>
public enum VillageKind
{
    /// <summary>A village with an elected head, a council and a village enterprise.</summary>
    Desa,

    /// <summary>An urban ward with an appointed head (lurah), part of its district's administration.</summary>
    Kelurahan,
}

/// <summary>A district or regency.</summary>
/// <param name="Code">The code by Kemendagri, such as <c>35.10.24</c> or <c>35.10</c>.</param>
/// <param name="Name">The name, such as <c>Licin</c> or <c>Kabupaten Banyuwangi</c>.</param>
public sealed record Area(string Code, string Name);

/// <summary>A point on earth by WGS 84.</summary>
/// <param name="Latitude">Degrees, south negative.</param>
/// <param name="Longitude">Degrees, east positive.</param>
public sealed record Location(double Latitude, double Longitude);
