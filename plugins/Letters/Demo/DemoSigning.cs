using SmartKampung.Letters.Issued.Papers;
using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Issued.Signing;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Demo;

/// <summary>Signs and numbers in the order of the days, as signing does, but for papers.</summary>
sealed class DemoSigning(IDocumentSession session, RegisterList registers, MakeDraft make, OfficeHolders holders, WorkingHours hours)
{
    readonly Dictionary<(Guid Register, int Period), RegisterCounter> counters = [];

    IReadOnlyList<NumberRegister> known = [];

    public async Task SignAsync(IReadOnlyList<DemoCase> cases, DemoStaff staff, CancellationToken stop)
    {
        known = await registers.ListAsync(stop);
        foreach (var one in cases.Where(one => one.IsToSign(StepKind.Sign)).OrderBy(one => one.NextAt)) await SignAsync(one, RegisterUse.Letters, staff, stop);
        foreach (var one in cases.Where(one => one.IsToSign(StepKind.Endorse)).OrderBy(one => one.NextAt)) await SignAsync(one, RegisterUse.Endorsements, staff, stop);
        foreach (var register in known.Where(register => register.Version == 0 && counters.Keys.Any(counter => counter.Register == register.Id))) session.Store(register);
        foreach (var counter in counters.Values) session.Store(counter);
    }

    async Task SignAsync(DemoCase one, RegisterUse use, DemoStaff staff, CancellationToken stop)
    {
        var (at, actor) = (one.NextAt, staff.For(one.Request));
        var day = DateOnly.FromDateTime(at.DateTime);
        var register = RegisterList.For(known, use, one.Request.Type.Slug, ModelOf.Class(one.Request.Type, day))!;
        var sequence = await NextAsync(register, day, stop);
        var (item, signer) = (await ItemAsync(one.Request, actor, day, stop), new SignerOf(actor.Account ?? Guid.Empty, actor.Name, Credentials.None));
        var draft = one.Letter is { } letter ? make.Next(one.Request, item, letter, register, sequence, at, signer) : make.First(one.Request, item, register, sequence, at, signer);
        session.Store(draft.Entry!);
        one.Letter = draft.Letter;
        one.Request = (one.Request with { Letter = draft.Letter.Id, Corrects = one.Corrects?.Letter?.Id }).Take(use is RegisterUse.Letters ? RequestAct.Signed : RequestAct.Endorsed, actor, at, hours);
    }

    async Task<int> NextAsync(NumberRegister register, DateOnly day, CancellationToken stop)
    {
        var key = (register.Id, register.PeriodOf(day));
        var counter = counters.GetValueOrDefault(key) ?? await RegisterCounter.OfAsync(session, register, key.Item2, stop);
        counters[key] = counter with { Last = counter.Last + 1 };
        return counters[key].Last;
    }

    async Task<SigningItem> ItemAsync(LetterRequest request, Actor actor, DateOnly day, CancellationToken stop)
    {
        var office = await holders.ExpectedAsync(actor.Role, day, stop);
        return new(request.Id, request.Step, actor.Role, office.Lines, office.Name.Length > 0 ? office.Name : actor.Name, office.Nip);
    }
}
