namespace SmartKampung.News.Articles;

/// <summary>What the editor's script calls while somebody writes: keeps the text, and tells who else is there.</summary>
static class KeepTyped
{
    public static async Task<IResult> Keep(Guid id, Form<ArticleForm> form, HttpRequest request, WorkingCopies copies, CancellationToken stop)
    {
        if (!form.IsValid) return Results.UnprocessableEntity();
        var isOpenOnly = request.Query.ContainsKey("terbuka");
        await copies.KeepAsync(id, isOpenOnly ? null : form.Value, isOpenOnly ? [] : GalleryRows.Read(request), stop);
        return Results.Ok(new { others = await copies.OthersAsync(id, stop) });
    }

    public static async Task<IResult> Drop(Guid id, Form<Nothing> form, WorkingCopies copies, IDocumentSession session, CancellationToken stop)
    {
        if (!form.IsValid) return Results.UnprocessableEntity();
        await copies.DropAsync(id, stop);
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(EditArticle.PathOf(id), message: "draft.dropped");
    }
}
