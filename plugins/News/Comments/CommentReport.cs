namespace SmartKampung.News.Comments;

/// <summary>That a resident reported a comment, kept until staff decided, so that nobody does it twice.</summary>
sealed record CommentReport : Document
{
    public required Guid Comment { get; init; }
    public required Guid Person { get; init; }

    /// <summary>Puts into the session that nobody is remembered who reported the comment.</summary>
    public static async Task ForgetAsync(IDocumentSession session, Guid comment, CancellationToken stop)
    {
        foreach (var report in await session.Query<CommentReport>().Where(report => report.Comment == comment).ToListAsync(stop)) session.Delete(report);
    }
}
