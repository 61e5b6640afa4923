using SmartKampung.Letters.Demo;
using SmartKampung.Letters.District;
using SmartKampung.Letters.Issued;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;
using SmartKampung.Letters.Types.Editing;
using SmartKampung.Letters.Types.Publishing;

namespace SmartKampung.Letters;

/// <summary>Letters that residents ask for, from the question to the signed paper and its check.</summary>
public sealed class LettersModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddOffice()
        .AddTypes()
        .AddRequests()
        .AddIssuedLetters()
        .AddDistrict()
        .AddDemo();

    public void MapPages(IEndpointRouteBuilder village)
    {
        village.MapRequests();
        village.MapChecks();
    }

    public void MapConsole(IEndpointRouteBuilder console)
    {
        console.MapDesk();
        console.MapTypes();
        console.MapBook();
    }

    public void MapRegency(IEndpointRouteBuilder regency)
    {
        regency.MapDistrict();
        regency.MapPublishing();
    }

    public void MapApi(IEndpointRouteBuilder village) => village.MapIssuedApi();
}
