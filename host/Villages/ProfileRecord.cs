namespace SmartKampung.Host.Villages;

/// <summary>What a village tells of itself, under the village's id.</summary>
sealed record ProfileRecord : Document
{
    public VillageProfile Profile { get; init; } = new();
}
