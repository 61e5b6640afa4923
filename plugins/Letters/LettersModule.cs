using SmartKampung.Letters.Demo;
using SmartKampung.Letters.Issued;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Types;
using SmartKampung.Letters.Types.Editing;

namespace SmartKampung.Letters;

/// <summary>Letters that residents ask for, from the question to the signed paper and its check.</summary>
public sealed class LettersModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddOffice()
        .AddTypes()
        .AddRequests()
        .AddIssuedLetters()
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

    public void MapApi(IEndpointRouteBuilder village) => village.MapIssuedApi();
}
