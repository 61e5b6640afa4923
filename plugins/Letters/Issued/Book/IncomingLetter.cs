namespace SmartKampung.Letters.Issued.Book;

/// <summary>A letter that the office got, and to whom it was passed on (disposisi).</summary>
sealed record IncomingLetter : Document
{
    public required string From { get; init; }
    public string Number { get; init; } = "";
    public DateOnly? Date { get; init; }
    public required string Subject { get; init; }
    public required DateOnly Received { get; init; }
    public string DisposedTo { get; init; } = "";
    public string Note { get; init; } = "";
    public bool IsDone { get; init; }
}
