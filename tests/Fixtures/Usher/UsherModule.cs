using SmartKampung.Residents;

namespace Usher;

/// <summary>Asks the register of residents whatever it is asked, and leaves to the register who may know.</summary>
public sealed class UsherModule : IModule
{
    public void MapPages(IEndpointRouteBuilder village)
    {
        var usher = village.MapGroup("/usher").AllowResident();
        usher.MapGet("/me", async (IResidents residents, CancellationToken stop) => Results.Json(await residents.FindSelfAsync(stop)));
        usher.MapGet("/family", (IResidents residents, CancellationToken stop) => residents.ListOwnFamilyAsync(stop));
        usher.MapGet("/search/{words}", (string words, IResidents residents, CancellationToken stop) => residents.SearchAsync(words, 10, stop));
        usher.MapGet("/open/{id:guid}/{purpose}", Open);
        usher.MapGet("/open/{id:guid}", async (Guid id, IResidents residents, CancellationToken stop) => Results.Json(await residents.OpenAsync(id, "Tidak disimpan", stop)));
        usher.MapGet("/family/{id:guid}/{purpose}", OpenFamily);
    }

    static async Task<IResult> Open(Guid id, string purpose, IResidents residents, IDocumentSession session, CancellationToken stop)
    {
        var opened = await residents.OpenAsync(id, purpose, stop);
        await session.SaveChangesAsync(stop);
        return Results.Json(opened);
    }

    static async Task<IResult> OpenFamily(Guid id, string purpose, IResidents residents, IDocumentSession session, CancellationToken stop)
    {
        var opened = await residents.OpenFamilyAsync(id, purpose, stop);
        await session.SaveChangesAsync(stop);
        return Results.Json(opened);
    }
}
