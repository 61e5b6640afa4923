namespace Desk;

/// <summary>Keeps scanned papers as private files.</summary>
static class Scans
{
    public static void MapScans(this IEndpointRouteBuilder village)
    {
        village.MapPost("/scans", Keep).AllowAnyone();
        village.MapGet("/scans/{file}", async (string file, IPrivateFiles files, CancellationToken stop) =>
            await files.ReadAsync(file, stop) is { } content ? Results.Bytes(content) : Results.NotFound()).AllowAnyone();
        village.MapDelete("/scans/{file}", Drop).AllowAnyone();
    }

    static async Task<string> Keep(Body<Scanned> scanned, IPrivateFiles files, IDocumentSession session, CancellationToken stop)
    {
        var file = await files.SaveAsync(scanned.Value.Content, stop);
        session.Store(new Scan { File = file });
        await session.SaveChangesAsync(stop);
        return file;
    }

    /// <param name="file">Its name.</param>
    /// <param name="version">Which the caller knows; another one makes the save fail.</param>
    /// <param name="files">Where it lies.</param>
    /// <param name="session">Where it is named.</param>
    /// <param name="stop">Cancels it.</param>
    static async Task<IResult> Drop(string file, int version, IPrivateFiles files, IDocumentSession session, CancellationToken stop)
    {
        var scan = (await session.Query<Scan>().ToListAsync(stop)).Single(scan => scan.File == file);
        files.Remove(file);
        session.Delete(scan with { Version = version });
        await session.SaveChangesAsync(stop);
        return Results.NoContent();
    }
}

public sealed record Scanned(byte[] Content);

public sealed record Scan : Document
{
    public required string File { get; init; }
}
