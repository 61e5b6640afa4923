using MiniExcelLibs;

namespace SmartKampung.Letters.Issued.Book;

/// <summary>The letter book as a workbook: a sheet of what went out, one of what came in.</summary>
static class BookSheet
{
    public static byte[] Write(OutgoingBook book, IReadOnlyList<IncomingLetter> incoming, ITexts texts)
    {
        var sheets = new Dictionary<string, object>
        {
            [texts["book.out"]] = book.Rows.Select(row => new Dictionary<string, object?>
            {
                [texts["book.sequence"]] = row.Entry.Sequence,
                [texts["book.number"]] = row.Entry.Number,
                [texts["book.date"]] = row.Entry.Date.ToDateTime(TimeOnly.MinValue),
                [texts["book.subject"]] = row.Entry.Subject,
                [texts["book.party"]] = row.Entry.Party,
                [texts["book.state"]] = texts["book.state." + row.State],
                [texts["book.reason"]] = row.Entry.Reason,
            }).ToList(),
            [texts["book.in"]] = incoming.Select(letter => new Dictionary<string, object?>
            {
                [texts["book.received"]] = letter.Received.ToDateTime(TimeOnly.MinValue),
                [texts["book.from"]] = letter.From,
                [texts["book.number"]] = letter.Number,
                [texts["book.date"]] = letter.Date?.ToDateTime(TimeOnly.MinValue),
                [texts["book.subject"]] = letter.Subject,
                [texts["book.disposed_to"]] = letter.DisposedTo,
                [texts["book.note"]] = letter.Note,
                [texts["book.done"]] = texts[letter.IsDone ? "book.yes" : "book.no"],
            }).ToList(),
        };
        using var file = new MemoryStream();
        file.SaveAs(sheets);
        return file.ToArray();
    }
}
