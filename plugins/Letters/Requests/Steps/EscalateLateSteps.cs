namespace SmartKampung.Letters.Requests.Steps;

/// <summary>What is late may be taken by the role that the type names.</summary>
sealed class EscalateLateSteps(IDocumentSession session, TimeProvider clock) : IJob
{
    const int AtOnce = 200;

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var late = await session.Query<LetterRequest>().Where(request => request.State == RequestState.Waiting && request.StepDueAt <= now && request.EscalatedTo == "").Take(AtOnce).ToListAsync(stop);
        foreach (var request in late.Where(request => request.Present()?.EscalatesTo.Length > 0)) session.Store(request.Escalate(now));
    }
}
