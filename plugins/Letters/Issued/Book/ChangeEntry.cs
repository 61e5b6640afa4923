using SmartKampung.Letters.Issued.Registers;

namespace SmartKampung.Letters.Issued.Book;

/// <summary>A number that was kept gets what it is for; one that came to nothing is cancelled, and stays with the reason.</summary>
static class ChangeEntry
{
    public static async Task<Page> Show(Guid id, IDocumentSession session, CancellationToken stop) =>
        await session.LoadAsync<RegisterEntry>(id, stop) is { } entry ? View(entry, Form.Of(new FilledNumber(entry.Subject, entry.Party))) : Page.NotFound();

    public static async Task<Page> Fill(Guid id, Form<FilledNumber> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<RegisterEntry>(id, stop) is not { Kind: EntryKind.Reserved or EntryKind.Outside } entry) return Page.NotFound();
        if (form.IsValid && string.IsNullOrWhiteSpace(form.Value.Subject)) form.AddError("subject", texts["number.subject_missing"]);
        if (!form.IsValid) return View(entry, form);
        session.Store(entry with { Kind = EntryKind.Outside, Subject = form.Value.Subject!.Trim(), Party = form.Value.Party?.Trim() ?? "" });
        return await SavedAsync(session, entry, "number.filled", stop);
    }

    /// <summary>Of a letter of this module the letter itself is revoked instead.</summary>
    public static async Task<Page> Cancel(Guid id, Form<FilledNumber> form, IDocumentSession session, ITexts texts, CancellationToken stop)
    {
        if (await session.LoadAsync<RegisterEntry>(id, stop) is not { Kind: EntryKind.Reserved or EntryKind.Outside } entry) return Page.NotFound();
        if (form.IsValid && string.IsNullOrWhiteSpace(form.Value.Reason)) form.AddError("reason", texts["number.reason_missing"]);
        if (!form.IsValid) return View(entry, form);
        session.Store(entry with { Kind = EntryKind.Cancelled, Reason = form.Value.Reason!.Trim() });
        return await SavedAsync(session, entry, "number.cancelled", stop);
    }

    static async Task<Page> SavedAsync(IDocumentSession session, RegisterEntry entry, string message, CancellationToken stop)
    {
        try
        {
            await session.SaveChangesAsync(stop);
            return Page.SeeOther($"{BookPages.Path}?register={entry.Register}&tahun={entry.Period}", message);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther($"{BookPages.Path}/nomor/{entry.Id}", "book.changed");
        }
    }

    static Page View(RegisterEntry entry, Form form) => Page.View("letters-number", new { entry, isOpen = entry.Kind is EntryKind.Reserved or EntryKind.Outside }, form);
}

/// <summary>What is told of a number later.</summary>
sealed record FilledNumber(
    [StringLength(200), Display(Name = "book.subject")] string? Subject = null,
    [StringLength(200), Display(Name = "book.party")] string? Party = null,
    [StringLength(300), Display(Name = "book.reason")] string? Reason = null);
