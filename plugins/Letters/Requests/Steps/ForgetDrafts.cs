namespace SmartKampung.Letters.Requests.Steps;

/// <summary>What nobody went on with for thirty days goes, with its photographs.</summary>
sealed class ForgetDrafts(IDocumentSession session, TimeProvider clock) : IJob
{
    const int KeptDays = 30;
    const int AtOnce = 500;

    public async Task RunAsync(CancellationToken stop)
    {
        var until = clock.GetUtcNow().AddDays(-KeptDays);
        foreach (var draft in await session.Query<LetterRequest>().Where(request => request.State == RequestState.Draft && request.ChangedAt < until).Take(AtOnce).ToListAsync(stop)) session.Delete(draft);
    }
}
