namespace Circulars;

/// <summary>The regency writes to all villages, once; each village puts the circular into its own book.</summary>
public sealed class CircularsModule : IModule
{
    static readonly Permission Write = new("circulars.write", Roles.RegencyAdministrator);
    static readonly Permission Watch = new("circulars.watch", Roles.RegencyAdministrator, Roles.DistrictStaff, Roles.DistrictHead);

    public void AddServices(IServiceCollection services) => services
        .AddPermission(Write)
        .AddPermission(Watch)
        .AddPortalDocuments<Circular>(d => d.Unique(c => c.Number))
        .AddPortalDocuments<Receipt>(d => d.Unique(r => r.Circular, r => r.Number))
        .AddDocuments<BookEntry>()
        .AddReadModel<BookEntry, BookedThere>((entry, village) => new() { Village = village.Code, District = village.District.Code, Circular = entry.Circular });

    public void MapRegency(IEndpointRouteBuilder regency)
    {
        regency.MapGet("/", Show).RequirePermission(Watch);
        regency.MapPost("/", Send).RequirePermission(Write);
        regency.MapGet("/villages", Villages).RequirePermission(Watch);
        regency.MapGet("/villages/{code}", CountIn).RequirePermission(Watch);
        regency.MapGet("/person", (IPerson person, IRights rights) => $"{person.Role} {rights.Has(Watch)} {rights.IsIn(Roles.DistrictStaff)}").RequirePermission(Watch);
    }

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapGet("/circulars", async (IPortalSession portal, CancellationToken stop) =>
            (await portal.Query<Circular>().OrderBy(circular => circular.Number).ToListAsync(stop)).Select(circular => circular.Subject)).AllowAnyone();
        village.MapPost("/circulars/{number:int}/{receipt:int}", Receive).AllowAnyone();
        village.MapGet("/trespass/{type}", Trespass).AllowAnyone();
    }

    static async Task<Page> Show(IDocumentSession session, CancellationToken stop) =>
        Page.View("circulars", new { circulars = await session.Query<Circular>().OrderBy(circular => circular.Number).ToListAsync(stop) }, Form.Empty<NewCircular>());

    static async Task<Page> Send(Form<NewCircular> form, IDocumentSession session, CancellationToken stop)
    {
        if (!form.IsValid) return (await Show(session, stop)).With(form);
        session.Store(new Circular { Number = await session.Query<Circular>().CountAsync(stop) + 1, Subject = form.Value.Subject });
        await session.SaveChangesAsync(stop);
        return Page.SeeOther("/kelola/circulars");
    }

    static IEnumerable<string> Villages(IVillagesInSight villages) =>
        [.. villages.Districts.Select(district => district.Name), .. villages.All.Select(village => village.Code)];

    static async Task<IResult> CountIn(string code, IVillagesInSight villages, IDocumentSession session, CancellationToken stop)
    {
        if (villages.Find(code) is not { } village) return Page.NotFound();
        return Results.Json(await session.Query<BookedThere>().Where(booked => booked.Village == village.Code).CountAsync(stop));
    }

    static async Task<IResult> Receive(int number, int receipt, IPortalSession portal, IDocumentSession session, CancellationToken stop)
    {
        if (await portal.Query<Circular>().Where(circular => circular.Number == number).FirstOrDefaultAsync(stop) is not { } circular) return Results.NotFound();
        portal.Store(new Receipt { Circular = circular.Id, Number = receipt });
        await portal.SaveChangesAsync(stop);
        session.Store(new BookEntry { Circular = circular.Number, Receipt = receipt });
        await session.SaveChangesAsync(stop);
        return Results.Ok();
    }

    /// <summary>Asks in a village for what only the portal may read, or the village.</summary>
    static async Task<int> Trespass(string type, IPortalSession portal, CancellationToken stop) => type == "model"
        ? await portal.Query<BookedThere>().CountAsync(stop)
        : await portal.Query<BookEntry>().CountAsync(stop);
}

public sealed record NewCircular([Required, StringLength(80)] string Subject);

/// <summary>Kept once.</summary>
public sealed record Circular : Document
{
    public required int Number { get; init; }

    public required string Subject { get; init; }
}

/// <summary>A number that one village alone has: kept once, since all villages take from them.</summary>
public sealed record Receipt : Document
{
    public required Guid Circular { get; init; }

    public required int Number { get; init; }
}

/// <summary>Kept in a village.</summary>
public sealed record BookEntry : Document
{
    public required int Circular { get; init; }

    public required int Receipt { get; init; }
}

/// <summary>What the regency sees of it.</summary>
public sealed record BookedThere : Document
{
    public required string Village { get; init; }

    public required string District { get; init; }

    public required int Circular { get; init; }
}
