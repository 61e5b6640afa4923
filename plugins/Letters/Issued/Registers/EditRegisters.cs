using SmartKampung.Letters.Issued.Book;

namespace SmartKampung.Letters.Issued.Registers;

/// <summary>The registers of a village: which letters go into which, and how numbers are written.</summary>
static class EditRegisters
{
    const string Path = "/kelola/letters/register";
    const string New = "baru";

    public static void MapRegisters(this IEndpointRouteBuilder console)
    {
        console.MapGet("/register", List).RequirePermission(IssuedPermissions.Registers);
        console.MapGet("/register/{at}", Show).RequirePermission(IssuedPermissions.Registers);
        console.MapPost("/register/{at}", Save).RequirePermission(IssuedPermissions.Registers);
    }

    static async Task<Page> List(RegisterList registers, Village village, TimeProvider clock, CancellationToken stop)
    {
        var today = BookPages.Today(village, clock);
        var rows = (await registers.ListAsync(stop)).Select(register => new RegisterRow(register, NumberFormat.Write(register.Format, register.FirstOf(register.PeriodOf(today)), today, "470", village))).ToList();
        return Page.View("letters-registers", new { rows });
    }

    static async Task<Page> Show(string at, RegisterList registers, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop)
    {
        if (at == New) return View(at, Form.Of(new RegisterDraft { Format = NumberFormat.Usual }), isBegun: false, 0);
        if (await FindAsync(at, registers, stop) is not { } register) return Page.NotFound();
        return View(at, Form.Of(RegisterDraft.Of(register, register.PeriodOf(BookPages.Today(village, clock)))), await IsBegunAsync(register, session, village, clock, stop), register.Version);
    }

    static async Task<Page> Save(string at, Form<RegisterDraft> form, RegisterList registers, IDocumentSession session, Village village, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var present = await FindAsync(at, registers, stop);
        if (present is null && at != New) return Page.NotFound();
        var isBegun = present is not null && await IsBegunAsync(present, session, village, clock, stop);
        if (form.IsValid) Check(form, present, isBegun, texts);
        if (!form.IsValid) return View(at, form, isBegun, present?.Version ?? 0);
        if (present is not null && present.Version != form.Value.Version) return Page.SeeOther($"{Path}/{at}", "book.changed");
        session.Store(form.Value.Apply(present, isBegun, BookPages.Today(village, clock)));
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (DuplicateException)
        {
            form.AddError("name", texts["register.name_taken"]);
            return View(at, form, isBegun, present?.Version ?? 0);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther($"{Path}/{at}", "book.changed");
        }

        return Page.SeeOther(Path, "register.saved");
    }

    static void Check(Form<RegisterDraft> form, NumberRegister? present, bool isBegun, ITexts texts)
    {
        var draft = form.Value;
        draft.Check(form, present, isBegun, "register.reset_begun", texts);
        if (draft.Scope is not RegisterScope.All && draft.MemberList.Count == 0) form.AddError("members", texts["register.members_missing"]);
    }

    static async Task<bool> IsBegunAsync(NumberRegister register, IDocumentSession session, Village village, TimeProvider clock, CancellationToken stop) =>
        (await RegisterCounter.OfAsync(session, register, register.PeriodOf(BookPages.Today(village, clock)), stop)).Version > 0;

    static async Task<NumberRegister?> FindAsync(string at, RegisterList registers, CancellationToken stop) => Guid.TryParse(at, out var id) ? await registers.FindAsync(id, stop) : null;

    static Page View(string at, Form form, bool isBegun, int version) => Page.View("letters-register", new { at, isBegun, version }, form);
}

/// <summary>A register with an example of its numbers.</summary>
sealed record RegisterRow(NumberRegister Register, string Example);
