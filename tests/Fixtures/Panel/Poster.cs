namespace Panel;

/// <summary>Shows a picture of the village's library, and others in its text.</summary>
public sealed record Poster : Document
{
    public required string Title { get; init; }

    public Guid? Picture { get; init; }

    public Guid? Paper { get; init; }

    public string Text { get; init; } = "";

    public IEnumerable<Guid> Media => new[] { Picture, Paper }.OfType<Guid>().Concat(MediaLinks.In(Text));
}

public sealed record NewPoster([Required, StringLength(80)] string Title, Guid? Picture, Guid? Paper, string? Text);

static class Posters
{
    public static async Task<IResult> Hang(Body<NewPoster> body, IDocumentSession session, CancellationToken stop)
    {
        var poster = new Poster { Title = body.Value.Title, Picture = body.Value.Picture, Paper = body.Value.Paper, Text = body.Value.Text ?? "" };
        session.Store(poster);
        await session.SaveChangesAsync(stop);
        return Results.Json(poster.Id);
    }

    public static async Task<IResult> TakeDown(Guid id, IDocumentSession session, CancellationToken stop)
    {
        if (await session.LoadAsync<Poster>(id, stop) is not { } poster) return Results.NotFound();
        session.Delete(poster);
        await session.SaveChangesAsync(stop);
        return Results.NoContent();
    }

    public static async Task<Page> Show(IDocumentSession session, IMedia media, CancellationToken stop)
    {
        var posters = await session.Query<Poster>().OrderBy(poster => poster.Title).ToListAsync(stop);
        var pictures = await media.FindPicturesAsync(posters.SelectMany(poster => poster.Media), stop);
        var papers = new List<MediaDocument>();
        foreach (var poster in posters)
            if (await media.FindDocumentAsync(poster.Paper, stop) is { } paper) papers.Add(paper);
        return Page.View("panel-posters", new
        {
            posters = posters.Select(poster => new { poster.Title, picture = poster.Picture is { } id ? pictures.GetValueOrDefault(id) : null }).ToArray(),
            papers,
        });
    }
}
