namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Signs the rest of a run after its first letters. Told again, it goes on where it was.</summary>
sealed class GoOnSigning(SignLetters sign, KeptCredentials kept, IPapers papers, IDocumentSession session, ITexts texts) : IEventHandler<SigningAsked>
{
    public async Task HandleAsync(SigningAsked happened, CancellationToken stop)
    {
        if (papers.Signing is SigningWay.Certified && kept.Find(happened.Run) is null) await TellAsync(happened.Run, stop);
        else await sign.RunAsync(happened.Run, kept.Find(happened.Run) ?? Credentials.None, int.MaxValue, stop);
        kept.Forget(happened.Run);
    }

    /// <summary>The host was started anew since: what was typed is gone.</summary>
    async Task TellAsync(Guid id, CancellationToken stop)
    {
        if (await session.LoadAsync<SigningRun>(id, stop) is not { IsOver: false } run) return;
        session.Store(run with { Problem = new(texts["signing.type_again"]), IsPassing = true });
        await session.SaveChangesAsync(stop);
    }
}
