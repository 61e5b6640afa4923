namespace SmartKampung.News.Comments;

/// <summary>A comment as readers see it.</summary>
sealed record ShownComment(Guid Id, string Name, IReadOnlyList<string> Paragraphs, DateTimeOffset WrittenAt, bool IsOwn, bool IsHeld)
{
    const int Most = 200;

    /// <summary>The comments of an article, oldest first: what was approved, and what this person wrote that waits.</summary>
    public static async Task<IReadOnlyList<ShownComment>> OfAsync(IDocumentSession session, Guid article, Guid? person, CancellationToken stop)
    {
        var comments = await session.Query<Comment>().Where(c => c.Article == article && c.State != CommentState.Rejected).OrderBy(c => c.WrittenAt).Take(Most).ToListAsync(stop);
        return [.. from comment in comments where comment.State == CommentState.Shown || comment.Person == person select Of(comment, person)];
    }

    static ShownComment Of(Comment comment, Guid? person) =>
        new(comment.Id, comment.Name, comment.Paragraphs(), comment.WrittenAt, comment.Person == person, comment.State == CommentState.Held);
}
