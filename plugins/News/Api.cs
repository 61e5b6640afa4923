using System.Globalization;

namespace SmartKampung.News;

/// <summary>What the module's API answers have in common.</summary>
static class Api
{
    const int PerPage = 50;

    /// <summary>A page of documents with their total.</summary>
    public static async Task<IResult> PageAsync<T>(IDocumentQuery<T> query, int? page, Func<T, object> view, CancellationToken stop) where T : Document
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var total = await query.CountAsync(stop);
        var documents = await query.Skip((number - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        return Results.Ok(new { total, page = number, pages = PageNumber.Last(total, PerPage), items = documents.Select(view) });
    }

    /// <summary>One document with its version as ETag, which If-Match takes back.</summary>
    public static IResult One(HttpContext context, Document document, object view)
    {
        context.Response.Headers.ETag = Tag(document);
        return Results.Ok(view);
    }

    public static IResult Created(HttpContext context, Document document, object view)
    {
        context.Response.Headers.ETag = Tag(document);
        return Results.Created($"{context.Request.PathBase}{context.Request.Path}/{document.Id}", view);
    }

    /// <summary>Whether the caller saw this version, or did not ask.</summary>
    public static bool IsCurrent(HttpContext context, Document document) =>
        context.Request.Headers.IfMatch.Count == 0 || context.Request.Headers.IfMatch == "*" || Problem.IfMatch(context) == document.Version;

    public static IResult Stale(ITexts texts) => Problem.Conflict(texts["api.stale"]);

    /// <summary>Saves, and tells the caller when somebody was faster.</summary>
    public static async Task<IResult> SavedAsync(this IDocumentSession session, IResult answer, ITexts texts, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return answer;
        }
        catch (ConcurrencyException)
        {
            return Stale(texts);
        }
    }

    static string Tag(Document document) => string.Create(CultureInfo.InvariantCulture, $"\"{document.Version}\"");
}
