using SmartKampung.Residents.Events;
using SmartKampung.Residents.Exports;
using SmartKampung.Residents.Imports;
using SmartKampung.Residents.People;
using SmartKampung.Residents.Statistics;

namespace SmartKampung.Residents;

/// <summary>The register of a village: people, families, hamlets and neighbourhoods.</summary>
public sealed class ResidentsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddPeople()
        .AddRegister()
        .AddImports()
        .AddVitalEvents()
        .AddStatistics()
        .AddDoubles();

    /// <summary>A resident's own page; the register itself has no public one.</summary>
    public void MapPages(IEndpointRouteBuilder village) => village.MapGet("/data-saya", ShowOwn.Show).AllowResident();

    public void MapConsole(IEndpointRouteBuilder console)
    {
        console.MapPeople();
        console.MapImports();
        console.MapExports();
        console.MapVitalEvents();
        console.MapStatistics();
    }

    public void MapRegency(IEndpointRouteBuilder regency) => regency.MapDoubles();

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapPeopleApi();
        village.MapStatisticsApi();
    }
}
