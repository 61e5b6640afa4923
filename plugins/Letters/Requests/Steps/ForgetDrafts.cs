using SmartKampung.Letters.Requests.Documents;

namespace SmartKampung.Letters.Requests.Steps;

/// <summary>What nobody went on with for thirty days goes, with its photographs.</summary>
sealed class ForgetDrafts(IDocumentSession session, RequestFiles files, TimeProvider clock) : IJob
{
    const int KeptDays = 30;
    const int AtOnce = 500;

    public async Task RunAsync(CancellationToken stop)
    {
        var until = clock.GetUtcNow().AddDays(-KeptDays);
        foreach (var draft in await session.Query<LetterRequest>().Where(request => request.State == RequestState.Draft && request.ChangedAt < until).Take(AtOnce).ToListAsync(stop))
        {
            foreach (var attachment in draft.Attachments) files.Remove(attachment);
            session.Delete(draft);
        }
    }
}
