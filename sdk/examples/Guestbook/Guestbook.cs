namespace Guestbook;

public sealed class GuestbookModule : IModule
{
    static readonly Permission Moderate = new("guestbook.moderate", Roles.Operator, Roles.Administrator);

    public void AddServices(IServiceCollection services) => services
        .AddDocuments<Entry>(d => d.Index(e => e.WrittenAt))
        .AddSettings<GuestbookSettings>()
        .AddPermission(Moderate)
        .AddMenuItem("/bukutamu", text: "title")
        .AddHomeSection("guestbook-home", async (IDocumentSession session, CancellationToken stop) =>
            new { entries = await Latest(session, 3, stop) });

    public void MapPages(IEndpointRouteBuilder village)
    {
        village.MapGet("/bukutamu", Show).AllowAnyone();
        village.MapPost("/bukutamu", Write).AllowAnyone();
        village.MapPost("/bukutamu/{id:guid}/hapus", Remove).RequirePermission(Moderate);
    }

    static async Task<Page> Show(IDocumentSession session, GuestbookSettings settings, CancellationToken stop) =>
        Page.View("guestbook", new { entries = await Latest(session, settings.Shown, stop) }, Form.Empty<NewEntry>());

    static async Task<Page> Write(Form<NewEntry> form, IDocumentSession session, GuestbookSettings settings, TimeProvider clock, CancellationToken stop)
    {
        if (!form.IsValid) return (await Show(session, settings, stop)).With(form);
        session.Store(new Entry { Name = form.Value.Name, Message = form.Value.Message, WrittenAt = clock.GetUtcNow() });
        await session.SaveChangesAsync(stop);
        return Page.SeeOther("/bukutamu", message: "thanks");
    }

    static async Task<Page> Remove(Guid id, IDocumentSession session, CancellationToken stop)
    {
        if (await session.LoadAsync<Entry>(id, stop) is not { } entry) return Page.NotFound();
        session.Delete(entry);
        await session.SaveChangesAsync(stop);
        return Page.SeeOther("/bukutamu");
    }

    static Task<IReadOnlyList<Entry>> Latest(IDocumentSession session, int count, CancellationToken stop) =>
        session.Query<Entry>().OrderByDescending(e => e.WrittenAt).Take(count).ToListAsync(stop);
}

public sealed record Entry : Document
{
    public required string Name { get; init; }
    public required string Message { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
}

public sealed record NewEntry([Required, StringLength(80)] string Name, [Required, StringLength(500)] string Message);

public sealed record GuestbookSettings
{
    [Range(1, 100), Display(Name = "shown")]
    public int Shown { get; init; } = 20;
}
