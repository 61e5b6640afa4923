namespace SmartKampung.Host.Villages;

/// <summary>The regency that runs the installation, from the configuration's section <c>Regency</c>.</summary>
sealed record RegencyOptions
{
    public string Code { get; init; } = "35.10";

    public string Name { get; init; } = "Kabupaten Banyuwangi";

    public Area Area => new(Code, Name);
}
