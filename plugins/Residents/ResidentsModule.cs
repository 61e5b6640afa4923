using SmartKampung.Residents.People;

namespace SmartKampung.Residents;

/// <summary>The register of a village: people, families, hamlets and neighbourhoods.</summary>
public sealed class ResidentsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddPeople()
        .AddRegister();

    /// <summary>A resident's own page; the register itself has no public one.</summary>
    public void MapPages(IEndpointRouteBuilder village) => village.MapGet("/data-saya", ShowOwn.Show).AllowResident();

    public void MapConsole(IEndpointRouteBuilder console) => console.MapPeople();

    public void MapApi(IEndpointRouteBuilder village) => village.MapPeopleApi();
}
