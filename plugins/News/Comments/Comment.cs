namespace SmartKampung.News.Comments;

/// <summary>What a resident says to an article. Visitors see it once it was approved.</summary>
sealed record Comment : Document
{
    public required Guid Article { get; init; }
    public required Guid Person { get; init; }

    /// <summary>What the person was called when they wrote it; empty once they no longer want it shown.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
    public CommentState State { get; init; }

    /// <summary>How many said that it should not stand there, see <see cref="CommentReport"/>.</summary>
    public int Reports { get; init; }

    /// <summary>Whether staff has to look at it.</summary>
    public bool IsWaiting { get; init; }

    public IReadOnlyList<string> Paragraphs() => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

enum CommentState
{
    Held,
    Shown,
    Rejected,
}
