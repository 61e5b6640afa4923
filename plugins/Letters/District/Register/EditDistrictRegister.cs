using SmartKampung.Letters.Issued.Registers;

namespace SmartKampung.Letters.District.Register;

/// <summary>The register of a district: how its numbers are written, and what came of each.</summary>
static class EditDistrictRegister
{
    const int PerPage = 50;

    public static async Task<Page> Show(string district, string? halaman, IDocumentSession session, IVillagesInSight villages, TimeProvider clock, CancellationToken stop)
    {
        if (Find(district, villages) is not { } area) return Page.NotFound();
        var register = await DistrictRegister.OfAsync(session, district, stop);
        return await ViewAsync(area, register, Form.Of(DistrictRegisterDraft.Of(register, register.PeriodOf(Today(villages, clock)))), PageNumber.Of(halaman), session, villages, clock, stop);
    }

    public static async Task<Page> Save(string district, Form<DistrictRegisterDraft> form, IDocumentSession session, IVillagesInSight villages, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        if (Find(district, villages) is not { } area) return Page.NotFound();
        var (register, today) = (await DistrictRegister.OfAsync(session, district, stop), Today(villages, clock));
        var isBegun = await IsBegunAsync(register, today, session, stop);
        if (form.IsValid) form.Value.Check(form, register, isBegun, "district_register.reset_begun", texts);
        if (!form.IsValid) return await ViewAsync(area, register, form, 1, session, villages, clock, stop);
        if (register.Version != form.Value.Version) return Page.SeeOther($"{DistrictRegisters.Path}/{district}", "book.changed");
        session.Store(form.Value.Apply(register, isBegun, today));
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (Exception overtaken) when (overtaken is ConcurrencyException or DuplicateException)
        {
            return Page.SeeOther($"{DistrictRegisters.Path}/{district}", "book.changed");
        }

        return Page.SeeOther($"{DistrictRegisters.Path}/{district}", "register.saved");
    }

    static async Task<Page> ViewAsync(
        Area area, DistrictRegister register, Form form, int page, IDocumentSession session, IVillagesInSight villages, TimeProvider clock, CancellationToken stop)
    {
        var district = area.Code;
        var numbers = session.Query<DistrictNumber>().Where(number => number.District == district);
        var last = PageNumber.Last(await numbers.CountAsync(stop), PerPage);
        if (page > last) return Page.NotFound();
        var shown = await numbers.OrderByDescending(number => number.Date).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(stop);
        return Page.View("letters-district-register", new
        {
            area,
            version = register.Version,
            isBegun = await IsBegunAsync(register, Today(villages, clock), session, stop),
            rows = await RowsAsync(shown, session, stop),
            pageNumber = page,
            last,
        }, form);
    }

    /// <summary>What came of a number is seen by its letter's request; once that is destroyed, it was used long ago.</summary>
    static async Task<IReadOnlyList<DistrictNumberRow>> RowsAsync(IReadOnlyList<DistrictNumber> numbers, IDocumentSession session, CancellationToken stop)
    {
        Guid[] ids = [.. numbers.Select(number => number.Id)];
        var figures = (await session.Query<LetterFigure>().Where(figure => ids.Contains(figure.Id)).ToListAsync(stop)).ToDictionary(figure => figure.Id);
        var reasons = (await session.Query<UnusedNumberReason>().Where(reason => ids.Contains(reason.Id)).ToListAsync(stop)).ToDictionary(reason => reason.Id, reason => reason.Text);
        return [.. from number in numbers.OrderByDescending(number => number.Period).ThenByDescending(number => number.Sequence)
                   select new DistrictNumberRow(number, StateOf(figures.GetValueOrDefault(number.Id)), reasons.GetValueOrDefault(number.Id, ""))];
    }

    static string StateOf(LetterFigure? figure) => figure is null || figure.IsEndorsed ? "used" : figure.IsOpen ? "waits" : "cancelled";

    static async Task<bool> IsBegunAsync(DistrictRegister register, DateOnly today, IDocumentSession session, CancellationToken stop)
    {
        var period = register.PeriodOf(today);
        return await DistrictNumbers.LastAsync(session, register, period, stop) >= register.FirstOf(period);
    }

    static Area? Find(string code, IVillagesInSight villages) => villages.Districts.FirstOrDefault(district => district.Code == code);

    static DateOnly Today(IVillagesInSight villages, TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), villages.All[0].TimeZone).DateTime);
}

/// <summary>A number in the list.</summary>
/// <param name="Number">The number.</param>
/// <param name="State">used, waits or cancelled.</param>
/// <param name="Reason">Why it was cancelled, as the village told it; empty otherwise.</param>
sealed record DistrictNumberRow(DistrictNumber Number, string State, string Reason);

/// <summary>What is typed of a district's register.</summary>
sealed record DistrictRegisterDraft : NumberingDraft
{
    public static DistrictRegisterDraft Of(DistrictRegister register, int period) => new() { Version = register.Version, Format = register.Format, Reset = register.Reset, Start = register.FirstOf(period) };

    public DistrictRegister Apply(DistrictRegister present, bool isBegun, DateOnly today) => Number(present, isBegun, today);
}
