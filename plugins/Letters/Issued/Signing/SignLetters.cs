using SmartKampung.Letters.District;
using SmartKampung.Letters.District.Register;
using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Requests.Telling;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>
/// Signs the letters of a run, part by part: papers are made and signed with the numbers that are next, then letters, entries, counter, requests and the run are
/// saved at once. Whatever fails before that has used no number; whoever was faster makes that this part is made again.
/// </summary>
sealed class SignLetters(
    IDocumentSession session, IEvents events, IPrivateFiles files, RegisterList registers, DistrictNumbers district, NumberTurns turns, MakeDraft make, OfficeHolders holders, WorkingHours hours, Village village, ITexts texts, TimeProvider clock)
{
    const int PartSize = 10;
    const int MostTries = 20;

    DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), village.TimeZone);

    /// <summary>Signs what waits in the run, at most so many; what stops it is told in the run.</summary>
    /// <returns>Whether it can go on.</returns>
    public async Task<bool> RunAsync(Guid id, Credentials credentials, int most, CancellationToken stop)
    {
        if (await session.LoadAsync<SigningRun>(id, stop) is not { IsOver: false } run) return false;
        try
        {
            await SignAsync(run, new(run.Account, run.SignedBy, credentials), most, stop);
            return true;
        }
        catch (Exception failure) when (failure is PaperException or SigningException)
        {
            await StopAsync(id, failure, stop);
            return false;
        }
    }

    async Task SignAsync(SigningRun run, SignerOf signer, int most, CancellationToken stop)
    {
        var open = run.Items.Where(item => item.State is SigningState.Waiting).Take(most).ToList();
        foreach (var group in await GroupAsync(open, stop))
            foreach (var part in group.Value.Chunk(PartSize))
                await SignPartAsync(run.Id, part, group.Key, signer, stop);
    }

    /// <summary>By the register that they go into; those that need no number of the village have none (an empty id).</summary>
    async Task<Dictionary<Guid, List<SigningItem>>> GroupAsync(List<SigningItem> items, CancellationToken stop)
    {
        var requests = (await LoadAsync(items, stop)).ToDictionary(request => request.Id);
        var known = await registers.ListAsync(stop);
        return items.GroupBy(item => RegisterOf(requests.GetValueOrDefault(item.Request), known)?.Id ?? Guid.Empty).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.ToList());
    }

    NumberRegister? RegisterOf(LetterRequest? request, IReadOnlyList<NumberRegister> known)
    {
        if (request?.Present() is null || !FirstSignature.IsNext(request)) return null;
        return RegisterList.For(known, request.Type.Slug, Papers.ModelOf.Class(request.Type, DateOnly.FromDateTime(Now.DateTime)));
    }

    async Task SignPartAsync(Guid run, IReadOnlyList<SigningItem> items, Guid register, SignerOf signer, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TryPartAsync(run, items, register, signer, stop);
                return;
            }
            catch (Exception overtaken) when (tries < MostTries && overtaken is ConcurrencyException or DuplicateException)
            {
                // Somebody was faster; all is read again, and what they took is left to them.
            }
        }
    }

    async Task TryPartAsync(Guid runId, IReadOnlyList<SigningItem> items, Guid registerId, SignerOf signer, CancellationToken stop)
    {
        if (await session.LoadAsync<SigningRun>(runId, stop) is not { } run) return;
        var register = registerId == Guid.Empty ? null : await registers.FindAsync(registerId, stop);
        var asked = await AskedAsync(items, register, stop);
        await holders.LoadAsync(stop);
        var drafts = new DraftSet(make, asked, await LettersAsync(asked, stop), register, await EndorsedAsync(asked, stop), signer);
        using var turn = register is null ? null : turns.Take(village.Id, register.Id, asked.Count);
        await FitAsync(drafts, register, turn?.Ahead ?? 0, stop);
        if (turn is not null) await turn.BeginAsync(stop);
        await SaveAsync(drafts, register, await FitAsync(drafts, register, 0, stop), run, items, stop);
    }

    /// <summary>The requests of a part that still wait for this signature. Without a register where one is needed nothing is signed: it was closed meanwhile.</summary>
    async Task<List<(LetterRequest Request, SigningItem Item)>> AskedAsync(IReadOnlyList<SigningItem> items, NumberRegister? register, CancellationToken stop)
    {
        var requests = (await LoadAsync(items, stop)).ToDictionary(request => request.Id);
        return
        [
            .. from item in items
               let request = requests.GetValueOrDefault(item.Request)
               where request is { State: RequestState.Waiting } && request.Step == item.Step && (register is not null || !FirstSignature.IsNext(request))
               select (request, item),
        ];
    }

    /// <summary>The numbers of the district for those that it endorses.</summary>
    Task<IReadOnlyDictionary<Guid, DistrictNumber>> EndorsedAsync(List<(LetterRequest Request, SigningItem Item)> asked, CancellationToken stop) =>
        district.TakeAsync([.. asked.Select(one => one.Request).Where(request => DistrictRoles.IsEndorsement(request.Present()))], Now, stop);

    async Task<RegisterCounter?> FitAsync(DraftSet drafts, NumberRegister? register, int ahead, CancellationToken stop)
    {
        var now = Now;
        var counter = register is null ? null : await RegisterCounter.OfAsync(session, register, register.PeriodOf(DateOnly.FromDateTime(now.DateTime)), stop);
        await drafts.FitAsync((counter?.Last ?? 0) + 1 + ahead, now, stop);
        return counter;
    }

    async Task SaveAsync(DraftSet drafts, NumberRegister? register, RegisterCounter? counter, SigningRun run, IReadOnlyList<SigningItem> items, CancellationToken stop)
    {
        var signed = drafts.Drafts;
        var outcome = items.ToDictionary(item => item.Request, item => item with { State = SigningState.Passed, Reason = texts["signing.passed"] });
        foreach (var (request, reason) in drafts.Failed) outcome[request] = outcome[request] with { State = SigningState.Failed, Reason = reason };
        if (register is { Version: 0 } && signed.Count > 0) session.Store(register);
        if (counter is not null && signed.Count > 0) session.Store(counter with { Last = counter.Last + signed.Count });
        foreach (var draft in signed)
        {
            await StoreAsync(draft, run.SignedBy, stop);
            outcome[draft.Request.Id] = draft.Item with { State = SigningState.Signed, Number = NumberOf(draft), Letter = draft.Letter.Id };
        }

        session.Store(run.With(outcome));
        await session.SaveChangesAsync(stop);
    }

    async Task StoreAsync(Draft draft, string by, CancellationToken stop)
    {
        var step = draft.Request.Type.Steps[draft.Request.Step];
        var act = step.Kind is StepKind.Endorse ? RequestAct.Endorsed : RequestAct.Signed;
        session.Store(draft.Letter);
        if (draft.Entry is not null) session.Store(draft.Entry);
        if (draft.Replaces is { } file) files.Remove(file);
        var passed = (draft.Request with { Letter = draft.Letter.Id }).Take(act, new(draft.Letter.Signatures[^1].Account, by, step.Role), draft.At, hours);
        session.Store(passed);
        if (draft.Request.Letter is { } before && before != draft.Letter.Id) await ReplaceAsync(before, draft, stop);
        if (passed.State is not RequestState.Done) return;
        events.Publish(new RequestMoved(passed.Id, RequestMoved.Done));
        if (draft.Request.Corrects is { } old) await ReplaceAsync(old, draft, stop);
    }

    async Task ReplaceAsync(Guid old, Draft draft, CancellationToken stop)
    {
        if (await session.LoadAsync<Letter>(old, stop) is { State: LetterState.Valid } letter)
            session.Store(letter with { State = LetterState.Replaced, ReplacedBy = draft.Letter.Id, EndedAt = draft.At });
    }

    async Task StopAsync(Guid id, Exception failure, CancellationToken stop)
    {
        if (await session.LoadAsync<SigningRun>(id, stop) is not { } run) return;
        session.Store(failure switch
        {
            SigningException signing => run with { Problem = signing.Text, IsPassing = signing.IsPassing },
            _ => run with { Problem = new(texts["signing.engine"]), IsPassing = true },
        });
        await session.SaveChangesAsync(stop);
    }

    Task<IReadOnlyList<LetterRequest>> LoadAsync(IEnumerable<SigningItem> items, CancellationToken stop)
    {
        Guid[] ids = [.. items.Select(item => item.Request)];
        return session.Query<LetterRequest>().Where(request => ids.Contains(request.Id)).ToListAsync(stop);
    }

    async Task<Dictionary<Guid, Letter>> LettersAsync(List<(LetterRequest Request, SigningItem Item)> asked, CancellationToken stop)
    {
        Guid[] ids = [.. asked.Where(one => !FirstSignature.IsNext(one.Request)).Select(one => one.Request.Letter).OfType<Guid>()];
        return ids.Length == 0 ? [] : (await session.Query<Letter>().Where(letter => ids.Contains(letter.Id)).ToListAsync(stop)).ToDictionary(letter => letter.Id);
    }

    static string NumberOf(Draft draft) => DistrictRoles.IsEndorsement(draft.Request.Present()) ? draft.Letter.DistrictNumber : draft.Letter.Number;
}
