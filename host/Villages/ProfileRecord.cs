using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Villages;

/// <summary>What a village tells of itself and how it arranged its site, under the village's id.</summary>
sealed record ProfileRecord : Document, IScoped
{
    string IScoped.Scope => Scope.Village(Id).ToString();

    public VillageProfile Profile { get; init; } = new();

    public VillageLook Look { get; init; } = new();
}
