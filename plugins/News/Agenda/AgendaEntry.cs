namespace SmartKampung.News.Agenda;

/// <summary>Something on the village's calendar.</summary>
sealed record AgendaEntry : Document
{
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public string Place { get; init; } = "";
    public string Organizer { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTimeOffset Starts { get; init; }

    /// <summary>The moment it ends; of an entry that lasts whole days, the midnight after its last day. Null where nobody knows.</summary>
    public DateTimeOffset? Ends { get; init; }

    public bool AllDay { get; init; }

    /// <summary>From when on it is past: its end, or the end of its day.</summary>
    public DateTimeOffset Over { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public string Path => $"/agenda/{Slug}";
}
