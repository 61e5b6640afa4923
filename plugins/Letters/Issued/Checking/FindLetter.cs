namespace SmartKampung.Letters.Issued.Checking;

/// <summary>Finds letters for those who may know no more than how they stand.</summary>
sealed class FindLetter(IDocumentSession session, Village village, TimeProvider clock)
{
    /// <summary>What is no code is looked up all the same, so that it takes as long.</summary>
    public async Task<CheckedLetter> ByCodeAsync(string? code, CancellationToken stop)
    {
        var asked = code ?? LetterCode.New();
        return await OfAsync(await session.Query<Letter>().Where(letter => letter.Code == asked).FirstOrDefaultAsync(stop), stop);
    }

    public async Task<CheckedLetter> ByHashAsync(string hash, CancellationToken stop) =>
        await OfAsync(await session.Query<Letter>().Where(letter => letter.Sha256 == hash).FirstOrDefaultAsync(stop), stop);

    async Task<CheckedLetter> OfAsync(Letter? letter, CancellationToken stop)
    {
        if (letter is null) return CheckedLetter.Unknown;
        var replacement = letter.ReplacedBy is { } next ? await session.LoadAsync<Letter>(next, stop) : null;
        return new()
        {
            State = StateOf(letter),
            Code = letter.Code,
            Kind = letter.TypeName,
            Number = letter.Number,
            DistrictNumber = letter.DistrictNumber,
            SignedAt = letter.SignedAt,
            ValidUntil = letter.ValidUntil,
            EndedAt = letter.EndedAt,
            DestroyedAt = letter.DestroyedAt,
            Holder = MaskedName.Of(letter.HolderName),
            IsByHand = letter.IsByHand,
            Signatures = letter.Signatures,
            ReplacedBy = replacement?.Code ?? "",
            NewNumber = replacement?.Number ?? "",
        };
    }

    CheckState StateOf(Letter letter) => letter switch
    {
        { State: LetterState.Revoked } => CheckState.Revoked,
        { State: LetterState.Replaced } => CheckState.Replaced,
        { CompletedAt: null } => CheckState.Incomplete,
        { ValidUntil: { } until } when until < DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone).DateTime) => CheckState.Over,
        _ => CheckState.Valid,
    };
}
