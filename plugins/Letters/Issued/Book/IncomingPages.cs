using System.Globalization;

namespace SmartKampung.Letters.Issued.Book;

/// <summary>What the office got by mail, with to whom it was passed on.</summary>
static class IncomingPages
{
    const string Path = BookPages.Path + "/masuk";
    const string New = "baru";

    public static void MapIncoming(this IEndpointRouteBuilder console)
    {
        console.MapGet("/buku/masuk", List).RequirePermission(IssuedPermissions.Book);
        console.MapGet("/buku/masuk/{at}", Show).RequirePermission(IssuedPermissions.Book);
        console.MapPost("/buku/masuk/{at}", Save).RequirePermission(IssuedPermissions.Book);
    }

    public static async Task<IReadOnlyList<IncomingLetter>> OfYearAsync(IDocumentSession session, int year, CancellationToken stop)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await session.Query<IncomingLetter>().Where(letter => letter.Received >= from && letter.Received <= until).OrderBy(letter => letter.Received).ToListAsync(stop);
    }

    static async Task<Page> List(string? tahun, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        var today = BookPages.Today(village, clock);
        var year = int.TryParse(tahun, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 1900 and < 9999 ? asked : today.Year;
        return Page.View("letters-incoming", new { letters = (await OfYearAsync(session, year, stop)).Reverse().ToList(), year, years = Enumerable.Range(0, 5).Select(back => today.Year - back).ToList() });
    }

    static async Task<Page> Show(string at, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (at == New) return View(at, Form.Of(new IncomingDraft { Received = BookPages.Today(village, clock) }), 0);
        return await FindAsync(at, session, stop) is { } letter ? View(at, Form.Of(IncomingDraft.Of(letter)), letter.Version) : Page.NotFound();
    }

    static async Task<Page> Save(string at, Form<IncomingDraft> form, IDocumentSession session, CancellationToken stop)
    {
        var present = await FindAsync(at, session, stop);
        if (present is null && at != New) return Page.NotFound();
        if (!form.IsValid) return View(at, form, present?.Version ?? 0);
        if (present is not null && present.Version != form.Value.Version) return Page.SeeOther($"{Path}/{at}", "book.changed");
        session.Store(form.Value.Apply(present));
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther($"{Path}/{at}", "book.changed");
        }

        return Page.SeeOther(Path, "incoming.saved");
    }

    static async Task<IncomingLetter?> FindAsync(string at, IDocumentSession session, CancellationToken stop) => Guid.TryParse(at, out var id) ? await session.LoadAsync<IncomingLetter>(id, stop) : null;

    static Page View(string at, Form form, int version) => Page.View("letters-incoming-edit", new { at, version }, form);
}

/// <summary>What is typed of a letter that came in.</summary>
sealed record IncomingDraft
{
    public int Version { get; init; }

    [Required, StringLength(200), Display(Name = "book.from")]
    public string From { get; init; } = "";

    [StringLength(80), Display(Name = "book.number")]
    public string? Number { get; init; }

    [Display(Name = "book.date")]
    public DateOnly? Date { get; init; }

    [Required, StringLength(300), Display(Name = "book.subject")]
    public string Subject { get; init; } = "";

    [Display(Name = "book.received")]
    public DateOnly Received { get; init; }

    [StringLength(200), Display(Name = "book.disposed_to")]
    public string? DisposedTo { get; init; }

    [StringLength(500), Display(Name = "book.note"), DataType(DataType.MultilineText)]
    public string? Note { get; init; }

    [Display(Name = "book.done")]
    public bool IsDone { get; init; }

    public static IncomingDraft Of(IncomingLetter letter) => new()
    {
        Version = letter.Version, From = letter.From, Number = letter.Number, Date = letter.Date, Subject = letter.Subject, Received = letter.Received,
        DisposedTo = letter.DisposedTo, Note = letter.Note, IsDone = letter.IsDone,
    };

    public IncomingLetter Apply(IncomingLetter? present) => (present ?? new() { From = "", Subject = "", Received = Received }) with
    {
        From = From, Number = Number ?? "", Date = Date, Subject = Subject, Received = Received, DisposedTo = DisposedTo ?? "", Note = Note ?? "", IsDone = IsDone,
    };
}
