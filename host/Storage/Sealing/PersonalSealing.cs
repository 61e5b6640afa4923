namespace SmartKampung.Host.Storage;

/// <summary>In the installation's data: the key that everything was brought to by the last whole round.</summary>
sealed record PersonalSealing : Document, IHousekeeping
{
    public required string Key { get; init; }
}
