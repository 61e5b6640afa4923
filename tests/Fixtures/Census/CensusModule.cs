namespace Census;

/// <summary>Houses that each lie in a part of the village; it asks for all of them and leaves to the host who sees which.</summary>
public sealed class CensusModule : IModule
{
    static readonly Permission See = new("census.see", Roles.Operator, Roles.HamletHead, Roles.CommunityHead, Roles.NeighborhoodHead, Roles.Administrator);

    public void AddServices(IServiceCollection services) => services
        .AddPermission(See)
        .AddDocuments<House>(d => d.Territory(house => house.Place).Index(house => house.Number).Text(house => house.Name));

    public void MapApi(IEndpointRouteBuilder village)
    {
        var houses = village.MapGroup("/houses").RequirePermission(See);
        houses.MapGet("/", (IDocumentSession session, CancellationToken stop) => session.Query<House>().OrderBy(house => house.Number).ToListAsync(stop));
        houses.MapGet("/count", (IDocumentSession session, CancellationToken stop) => session.Query<House>().CountAsync(stop));
        houses.MapGet("/search/{word}", (string word, IDocumentSession session, CancellationToken stop) => session.Query<House>().Search(word).ToListAsync(stop));
        houses.MapGet("/{id:guid}", async (Guid id, IDocumentSession session, CancellationToken stop) => await session.LoadAsync<House>(id, stop) is { } house ? Results.Ok(house) : Results.NotFound());
        houses.MapPut("/{id:guid}/{hamlet}", Move);
        houses.MapPut("/{id:guid}", Overwrite);
        houses.MapDelete("/{id:guid}", Remove);
        houses.MapPost("/{number:int}/{hamlet}/{rw}/{rt}", Add);
    }

    static async Task<Guid> Add(int number, string hamlet, string rw, string rt, IDocumentSession session, CancellationToken stop)
    {
        var house = new House { Number = number, Name = "Rumah Keluarga", Place = new(hamlet, rw, rt) };
        session.Store(house);
        await session.SaveChangesAsync(stop);
        return house.Id;
    }

    /// <summary>Takes the whole document from the request, its id too.</summary>
    static async Task<IResult> Overwrite(Guid id, Body<House> body, IDocumentSession session, CancellationToken stop)
    {
        session.Store(body.Value with { Id = id });
        await session.SaveChangesAsync(stop);
        return Results.Ok();
    }

    static async Task<IResult> Remove(Guid id, Body<House> body, IDocumentSession session, CancellationToken stop)
    {
        session.Delete(body.Value with { Id = id });
        await session.SaveChangesAsync(stop);
        return Results.NoContent();
    }

    static async Task<IResult> Move(Guid id, string hamlet, IDocumentSession session, CancellationToken stop)
    {
        if (await session.LoadAsync<House>(id, stop) is not { } house) return Results.NotFound();
        session.Store(house with { Place = house.Place! with { Hamlet = hamlet } });
        await session.SaveChangesAsync(stop);
        return Results.Ok();
    }
}

public sealed record House : Document
{
    public int Number { get; init; }

    public string Name { get; init; } = "";

    public Territory? Place { get; init; }
}
