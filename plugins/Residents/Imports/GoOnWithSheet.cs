using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Imports;

/// <summary>
/// Does some parts of an import and says that it goes on. Each part is saved together with how far the import is: stopped anywhere, killed or told twice, it takes nobody
/// double and leaves nobody out.
/// </summary>
sealed class GoOnWithSheet(IDocumentSession session, CheckRows check, TakeRows take, TakeBackRows takeBack, Register register, IEvents events, Village village, TimeProvider clock) : IEventHandler<SheetGoesOn>
{
    static readonly TimeSpan PieceTime = TimeSpan.FromSeconds(8);

    public async Task HandleAsync(SheetGoesOn happened, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + PieceTime;
        for (var rounds = 0; !village.IsReadOnly; rounds++)
        {
            if (await session.LoadAsync<SheetImport>(happened.Import, stop) is not { IsWorking: true } import) return;
            if (rounds > 0 && clock.GetUtcNow() >= until) break;
            session.Store(await StepAsync(import, stop));
            await register.SaveAsync(stop);
        }

        events.Publish(happened);
    }

    async Task<SheetImport> StepAsync(SheetImport import, CancellationToken stop)
    {
        if (import.Position >= import.Parts) return Ended(import);
        var number = import.State is ImportState.TakingBack ? import.Parts - 1 - import.Position : import.Position;
        var part = await session.Query<SheetPart>().Where(part => part.Import == import.Id && part.Number == number).FirstOrDefaultAsync(stop) ?? throw new InvalidOperationException("A part of the sheet is missing.");
        var done = import.State switch
        {
            ImportState.Checking => await check.RunAsync(import, part, stop),
            ImportState.Running => await take.RunAsync(import, part, stop),
            ImportState.TakingBack => await takeBack.RunAsync(import, part, stop),
            _ => await takeBack.ClearAsync(import, part, stop),
        };
        return done with { Position = done.State == import.State ? import.Position + 1 : 0 };
    }

    SheetImport Ended(SheetImport import) => import.State switch
    {
        ImportState.Checking => import with { State = ImportState.Checked, Position = 0 },
        ImportState.Running => import with { State = ImportState.Done, EndedAt = clock.GetUtcNow() },
        ImportState.TakingBack => import with { State = ImportState.Clearing, Position = 0 },
        _ => import with { State = ImportState.TakenBack, EndedAt = clock.GetUtcNow() },
    };
}
