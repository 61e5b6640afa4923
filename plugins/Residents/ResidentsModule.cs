using SmartKampung.Residents.Imports;
using SmartKampung.Residents.People;

namespace SmartKampung.Residents;

/// <summary>The register of a village: people, families, hamlets and neighbourhoods.</summary>
public sealed class ResidentsModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddPeople()
        .AddRegister()
        .AddImports();

    public void MapConsole(IEndpointRouteBuilder console)
    {
        console.MapImports();
    }
}
