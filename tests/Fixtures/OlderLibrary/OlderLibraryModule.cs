using LiteDB;

namespace OlderLibrary;

/// <summary>Brings a library in a version that neither the host nor another module has.</summary>
public sealed class OlderLibraryModule : IModule
{
    public void MapPages(IEndpointRouteBuilder village) =>
        village.MapGet("/pustaka", () => $"{typeof(BsonValue).Assembly.GetName().Version!.ToString(3)}: {new BsonValue(1) + 1}").AllowAnyone();
}
