using Ledger.Contracts;

namespace Desk;

/// <summary>Uses the service of another module, follows its events and tells people.</summary>
public sealed class DeskModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddDocuments<Paper>(paper => paper.Unique(p => p.Number).Index(p => p.Account).Personal(p => p.Name, p => p.Account))
        .AddPersonalData<Paper>(paper => paper.Account, paper => paper with { Name = "", Account = null })
        .AddDocuments<Receipt>()
        .AddDocuments<Scan>(scan => scan.Personal(s => s.File))
        .AddEventHandler<Booked, WriteReceipt>();

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapPost("/papers/{number:int}", File).AllowAnyone();
        village.MapPost("/papers/{number:int}/{account:guid}", FileFor).AllowAnyone();
        village.MapGet("/papers/names", async (IDocumentSession session, CancellationToken stop) =>
            (await session.Query<Paper>().OrderBy(paper => paper.Number).ToListAsync(stop)).Select(paper => paper.Name)).AllowAnyone();
        village.MapGet("/papers", async (IDocumentSession session, CancellationToken stop) =>
            (await session.Query<Paper>().ToListAsync(stop)).Select(paper => paper.Number).Order()).AllowAnyone();
        village.MapPost("/trespass", (ILedger ledger) => ledger.SaveByItselfAsync()).AllowAnyone();
        village.MapPost("/letters", Tell).AllowAnyone();
        village.MapGet("/letters/{id:guid}", async (Guid id, INotifications notifications, CancellationToken stop) =>
            await notifications.FindAsync(id, stop) is { } status ? Results.Ok(status) : Results.NotFound()).AllowAnyone();
        village.MapScans();
        village.MapGet("/receipts", async (IDocumentSession session, CancellationToken stop) =>
            (await session.Query<Receipt>().ToListAsync(stop)).Select(receipt => receipt.Amount).Order()).AllowAnyone();
    }

    static async Task File(int number, ILedger ledger, IDocumentSession session, CancellationToken stop)
    {
        session.Store(new Paper { Number = number });
        ledger.Book(number);
        await session.SaveChangesAsync(stop);
    }

    static async Task FileFor(int number, Guid account, string name, IDocumentSession session, CancellationToken stop)
    {
        session.Store(new Paper { Number = number, Account = account, Name = name });
        await session.SaveChangesAsync(stop);
    }

    static async Task<Guid> Tell(string? email, string? phone, string? subject, INotifications notifications, IDocumentSession session, CancellationToken stop)
    {
        var id = notifications.Send(phone is null
            ? Notification.Email(email!, subject ?? "Surat Anda sudah jadi", "Silakan diambil di kantor desa.")
            : Notification.WhatsApp(phone, "Surat Anda sudah jadi & siap."));
        await session.SaveChangesAsync(stop);
        return id;
    }
}

public sealed record Paper : Document
{
    public required int Number { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Whom it is about.</summary>
    public Guid? Account { get; init; }
}

public sealed record Receipt : Document
{
    public required int Amount { get; init; }
}

/// <summary>Stores and leaves the saving to the host; thirteen is never received.</summary>
sealed class WriteReceipt(IDocumentSession session) : IEventHandler<Booked>
{
    public Task HandleAsync(Booked happened, CancellationToken stop)
    {
        session.Store(new Receipt { Amount = happened.Amount });
        if (happened.Amount == 13) throw new InvalidOperationException("Thirteen.");
        return Task.CompletedTask;
    }
}
