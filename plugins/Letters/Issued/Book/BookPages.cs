using System.Globalization;
using SmartKampung.Letters.Issued.Registers;

namespace SmartKampung.Letters.Issued.Book;

/// <summary>The letter book (buku agenda): outgoing letters by register and year, and what came in.</summary>
static class BookPages
{
    public const string Path = "/kelola/letters/buku";

    public static void MapLetterBook(this IEndpointRouteBuilder console)
    {
        console.MapGet("/buku", Show).RequirePermission(IssuedPermissions.Book);
        console.MapGet("/buku/agenda.pdf", SendPdf).RequirePermission(IssuedPermissions.Book);
        console.MapGet("/buku/agenda.xlsx", SendSheet).RequirePermission(IssuedPermissions.Book);
        console.MapPost("/buku/nomor", TakeNumber.Take).RequirePermission(IssuedPermissions.Book);
        console.MapGet("/buku/nomor/{id:guid}", ChangeEntry.Show).RequirePermission(IssuedPermissions.Book);
        console.MapPost("/buku/nomor/{id:guid}", ChangeEntry.Fill).RequirePermission(IssuedPermissions.Book);
        console.MapPost("/buku/nomor/{id:guid}/batal", ChangeEntry.Cancel).RequirePermission(IssuedPermissions.Revoke);
    }

    static async Task<Page> Show(string? register, string? tahun, RegisterList registers, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        var (today, known) = (Today(village, clock), await registers.ListAsync(stop));
        if (Chosen(known, register) is not { } chosen) return Page.NotFound();
        return await ViewAsync(chosen, PeriodOf(chosen, tahun, today), known, session, today, Form.Of(new NewNumber { Register = chosen.Id, Date = today }), stop);
    }

    public static async Task<Page> ViewAsync(NumberRegister chosen, int period, IReadOnlyList<NumberRegister> known, IDocumentSession session, DateOnly today, Form form, CancellationToken stop)
    {
        var book = await OutgoingBook.ReadAsync(session, chosen, period, stop);
        return Page.View("letters-book", new
        {
            book,
            rows = book.Rows.Reverse().ToList(),
            earlier = book.Earlier,
            registers = known,
            periods = OutgoingBook.PeriodsOf(chosen, today.Year),
            query = string.Create(CultureInfo.InvariantCulture, $"?register={chosen.Id}&tahun={period}"),
            is_present = period == chosen.PeriodOf(today) && chosen.IsOpen,
        }, form);
    }

    static async Task<IResult> SendPdf(string? register, string? tahun, RegisterList registers, IDocumentSession session, IPapers papers, ITexts texts, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (await BookAsync(register, tahun, registers, session, village, clock, stop) is not { } book) return Page.NotFound();
        var incoming = await IncomingPages.OfYearAsync(session, YearOf(book, village, clock), stop);
        try
        {
            var title = texts["book.title", book.Register.Name, YearOf(book, village, clock).ToString(CultureInfo.InvariantCulture)];
            return Results.File(await papers.MakeAsync("letters-book-paper", new { book, title, earlier = book.Earlier, incoming }, new(title) { Size = PaperSize.F4, Language = texts.Language }, stop), "application/pdf", "buku-agenda.pdf");
        }
        catch (PaperException failure)
        {
            return Results.StatusCode(failure.IsPassing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
        }
    }

    static async Task<IResult> SendSheet(string? register, string? tahun, RegisterList registers, IDocumentSession session, ITexts texts, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (await BookAsync(register, tahun, registers, session, village, clock, stop) is not { } book) return Page.NotFound();
        var content = BookSheet.Write(book, await IncomingPages.OfYearAsync(session, YearOf(book, village, clock), stop), texts);
        return Results.File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "buku-agenda.xlsx");
    }

    static async Task<OutgoingBook?> BookAsync(string? register, string? year, RegisterList registers, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop) =>
        Chosen(await registers.ListAsync(stop), register) is { } chosen ? await OutgoingBook.ReadAsync(session, chosen, PeriodOf(chosen, year, Today(village, clock)), stop) : null;

    static NumberRegister? Chosen(IReadOnlyList<NumberRegister> known, string? register) =>
        string.IsNullOrEmpty(register) ? known[0] : known.FirstOrDefault(one => Guid.TryParse(register, out var id) && one.Id == id);

    static int PeriodOf(NumberRegister register, string? year, DateOnly today) =>
        register.Reset is RegisterReset.Yearly && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 1900 and < 9999 ? asked : register.PeriodOf(today);

    static int YearOf(OutgoingBook book, Village village, TimeProvider clock) => book.Period > 0 ? book.Period : Today(village, clock).Year;

    public static DateOnly Today(Village village, TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone).DateTime);
}
