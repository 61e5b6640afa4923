using SmartKampung.Letters.Requests.Desk;
using SmartKampung.Letters.Requests.Telling;

namespace SmartKampung.Letters.Issued.Keeping;

/// <summary>
/// Letters that were kept as long as their type says are destroyed once the secretary confirms it: paper, answers, documents and what was told of them go. What stays
/// is the number in the book, how the letter stands for whoever checks its code, and the record of the destruction.
/// </summary>
static class DestroyLetters
{
    public const string Path = "/kelola/letters/pemusnahan";

    const int ShownRecords = 50;

    public static void MapDestruction(this IEndpointRouteBuilder console)
    {
        console.MapGet("/pemusnahan", Show).RequirePermission(IssuedPermissions.Revoke);
        console.MapPost("/pemusnahan", Destroy).RequirePermission(IssuedPermissions.Revoke);
        console.MapGet("/pemusnahan/usul.pdf", PrintDestruction.Proposed).RequirePermission(IssuedPermissions.Revoke);
        console.MapGet("/pemusnahan/{id:guid}/berita-acara.pdf", PrintDestruction.Done).RequirePermission(IssuedPermissions.Revoke);
    }

    static Task<Page> Show(IDocumentSession session, DueLetters due, CancellationToken stop) => ViewAsync(Form.Empty<Destruction>(), session, due, stop);

    static async Task<Page> Destroy(Form<Destruction> form, IDocumentSession session, DueLetters due, IPrivateFiles files, IPerson person, DeskRights rights, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var wanted = form.IsValid ? (form.Value.Letters ?? []).ToHashSet() : [];
        if (form.IsValid && wanted.Count == 0) form.AddError("letters", texts["destroy.none_chosen"]);
        if (!form.IsValid) return await ViewAsync(form, session, due, stop);
        var chosen = (await due.ListAsync(stop)).Where(one => wanted.Contains(one.Letter.Id)).ToList();
        if (chosen.Count == 0) return Page.SeeOther(Path, "book.changed");
        var record = form.Value.ToRecord(chosen) with { At = clock.GetUtcNow(), Account = person.Id, By = person.Name, Role = rights.Roles is [var role, ..] ? role : "" };
        session.Store(record);
        foreach (var one in chosen) Erase(one, record, session, files);
        await ForgetMessagesAsync([.. chosen.Select(one => one.Letter.Request)], session, stop);
        try
        {
            await session.SaveChangesAsync(stop);
        }
        catch (ConcurrencyException)
        {
            return Page.SeeOther(Path, "book.changed");
        }

        return Page.SeeOther(Path, "destroy.done");
    }

    static void Erase(DueLetter due, DestructionRecord record, IDocumentSession session, IPrivateFiles files)
    {
        if (due.Letter.File is { } file) files.Remove(file);
        session.Store(due.Letter with { File = null, HolderName = MaskedName.Of(due.Letter.HolderName), CollectedBy = "", DestroyedAt = record.At });
        foreach (var attachment in due.Request.Attachments) files.Remove(attachment.File);
        session.Delete(due.Request);
    }

    /// <summary>They hold the address or number that was written to.</summary>
    static async Task ForgetMessagesAsync(Guid[] requests, IDocumentSession session, CancellationToken stop)
    {
        foreach (var message in await session.Query<RequestMessage>().Where(message => requests.Contains(message.Request)).ToListAsync(stop)) session.Delete(message);
    }

    static async Task<Page> ViewAsync(Form form, IDocumentSession session, DueLetters due, CancellationToken stop) => Page.View("letters-destruction", new
    {
        letters = (await due.ListAsync(stop)).Select(one => one.Letter).ToList(),
        records = await session.Query<DestructionRecord>().OrderByDescending(record => record.At).Take(ShownRecords).ToListAsync(stop),
    }, form);
}

/// <summary>What is confirmed to be destroyed.</summary>
sealed record Destruction
{
    [MaxLength(100)]
    public IReadOnlyList<Guid>? Letters { get; init; }

    [StringLength(200), Display(Name = "destroy.basis")]
    public string Basis { get; init; } = "";

    /// <summary>One a line.</summary>
    [StringLength(500), Display(Name = "destroy.witnesses")]
    public string Witnesses { get; init; } = "";

    public DestructionRecord ToRecord(IReadOnlyList<DueLetter> letters) => new()
    {
        At = default,
        Basis = Basis.Trim(),
        Witnesses = Witnesses.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Letters = [.. letters.Select(one => one.ToRecord())],
    };
}
