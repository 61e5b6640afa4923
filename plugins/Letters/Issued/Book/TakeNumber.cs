using SmartKampung.Letters.Issued.Registers;

namespace SmartKampung.Letters.Issued.Book;

/// <summary>Takes numbers for letters that are written elsewhere: one with what it is for, or several that are kept for later.</summary>
static class TakeNumber
{
    const int MostTries = 20;

    public static async Task<Page> Take(Form<NewNumber> form, RegisterList registers, IDocumentSession session, NumberTurns turns, IPerson person, Village village, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var (today, known) = (BookPages.Today(village, clock), await registers.ListAsync(stop));
        var register = form.IsValid ? known.FirstOrDefault(one => one.Id == form.Value.Register && one.IsOpen) : null;
        if (form.IsValid && register is null) return Page.NotFound();
        if (form.IsValid && form.Value.Count == 1 && string.IsNullOrWhiteSpace(form.Value.Subject)) form.AddError("subject", texts["number.subject_missing"]);
        if (form.IsValid && form.Value.Date is { } day && (day > today || register!.PeriodOf(day) != register.PeriodOf(today))) form.AddError("date", texts["number.date_wrong"]);
        if (!form.IsValid) return await BookPages.ViewAsync(register ?? known[0], (register ?? known[0]).PeriodOf(today), known, session, today, form, stop);
        using var turn = turns.Take(village.Id, register!.Id, form.Value.Count);
        await turn.BeginAsync(stop);
        for (var tries = 1; !await TrySaveAsync(form.Value, register, session, person, village, clock, stop); tries++)
            if (tries >= MostTries) return Page.SeeOther(BookPages.Path, "number.busy");
        return Page.SeeOther($"{BookPages.Path}?register={register.Id}", "number.taken");
    }

    static async Task<bool> TrySaveAsync(NewNumber wanted, NumberRegister known, IDocumentSession session, IPerson person, Village village, TimeProvider clock, CancellationToken stop)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone);
        var register = await session.LoadAsync<NumberRegister>(known.Id, stop) ?? known;
        var counter = await RegisterCounter.OfAsync(session, register, register.PeriodOf(DateOnly.FromDateTime(now.DateTime)), stop);
        if (register.Version == 0) session.Store(register);
        session.Store(counter with { Last = counter.Last + wanted.Count });
        for (var sequence = counter.Last + 1; sequence <= counter.Last + wanted.Count; sequence++) session.Store(EntryOf(wanted, register, counter.Period, sequence, now, person, village));
        try
        {
            await session.SaveChangesAsync(stop);
            return true;
        }
        catch (Exception overtaken) when (overtaken is ConcurrencyException or DuplicateException)
        {
            return false;
        }
    }

    static RegisterEntry EntryOf(NewNumber wanted, NumberRegister register, int period, int sequence, DateTimeOffset now, IPerson person, Village village)
    {
        var date = wanted.Date ?? DateOnly.FromDateTime(now.DateTime);
        return new()
        {
            Register = register.Id,
            Period = period,
            Sequence = sequence,
            Number = NumberFormat.Write(register.Format, sequence, date, wanted.Class?.Trim() ?? "", village),
            Kind = string.IsNullOrWhiteSpace(wanted.Subject) ? EntryKind.Reserved : EntryKind.Outside,
            Date = date,
            At = now,
            Subject = wanted.Subject?.Trim() ?? "",
            Party = wanted.Party?.Trim() ?? "",
            By = person.Name,
        };
    }
}

/// <summary>What a number is taken for.</summary>
sealed record NewNumber
{
    public Guid Register { get; init; }

    [Range(1, 50), Display(Name = "number.count")]
    public int Count { get; init; } = 1;

    [StringLength(200), Display(Name = "book.subject")]
    public string? Subject { get; init; }

    [StringLength(200), Display(Name = "book.party")]
    public string? Party { get; init; }

    [StringLength(40), Display(Name = "number.class")]
    public string? Class { get; init; }

    [Display(Name = "book.date")]
    public DateOnly? Date { get; init; }
}
