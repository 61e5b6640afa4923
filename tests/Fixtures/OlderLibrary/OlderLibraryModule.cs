using LiteDB;

namespace OlderLibrary;

/// <summary>Brings a library in a version that neither the host nor another module has.</summary>
public sealed class OlderLibraryModule : IModule
{
    static string Place => "/pustaka" + (Folder.Contains("newer", StringComparison.Ordinal) ? "-baru" : "");

    static string Folder => Path.GetDirectoryName(typeof(OlderLibraryModule).Assembly.Location)!;

    public void MapPages(IEndpointRouteBuilder village) =>
        village.MapGet(Place, () => $"{typeof(BsonValue).Assembly.GetName().Version!.ToString(3)}: {new BsonValue(1) + 1}").AllowAnyone();
}
