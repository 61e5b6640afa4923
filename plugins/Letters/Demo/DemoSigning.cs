using SmartKampung.Letters.District.Register;
using SmartKampung.Letters.Issued.Papers;
using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Issued.Signing;
using SmartKampung.Letters.Office;
using SmartKampung.Letters.Requests;
using SmartKampung.Letters.Requests.Steps;
using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Demo;

/// <summary>Signs and numbers in the order of the days, as signing does, but for papers.</summary>
sealed class DemoSigning(IDocumentSession session, RegisterList registers, DistrictNumbers district, MakeDraft make, OfficeHolders holders, WorkingHours hours)
{
    readonly Dictionary<(Guid Register, int Period), RegisterCounter> counters = [];

    IReadOnlyList<NumberRegister> known = [];

    public async Task SignAsync(IReadOnlyList<DemoCase> cases, DemoStaff staff, CancellationToken stop)
    {
        known = await registers.ListAsync(stop);
        foreach (var one in cases.Where(one => one.IsToSign(StepKind.Sign)).OrderBy(one => one.NextAt)) await SignAsync(one, staff, stop);
        foreach (var one in cases.Where(one => one.IsToSign(StepKind.Endorse)).OrderBy(one => one.NextAt)) await EndorseAsync(one, staff, stop);
        foreach (var register in known.Where(register => register.Version == 0 && counters.Keys.Any(counter => counter.Register == register.Id))) session.Store(register);
        foreach (var counter in counters.Values) session.Store(counter);
    }

    async Task SignAsync(DemoCase one, DemoStaff staff, CancellationToken stop)
    {
        var (at, actor) = (one.NextAt, staff.For(one.Request));
        var day = DateOnly.FromDateTime(at.DateTime);
        var register = RegisterList.For(known, one.Request.Type.Slug, ModelOf.Class(one.Request.Type, day))!;
        var sequence = await NextAsync(register, day, stop);
        var item = await ItemAsync(one.Request, actor, day, stop);
        var draft = make.First(one.Request, item, register, sequence, at, SignerOf(actor));
        session.Store(draft.Entry!);
        Take(one, draft, RequestAct.Signed, actor);
    }

    async Task EndorseAsync(DemoCase one, DemoStaff staff, CancellationToken stop)
    {
        var (at, actor) = (one.NextAt, staff.For(one.Request));
        var number = (await district.TakeAsync([one.Request], at, stop))[one.Request.Id].Number;
        var item = await ItemAsync(one.Request, actor, DateOnly.FromDateTime(at.DateTime), stop);
        Take(one, MakeDraft.Next(one.Request, item, one.Letter!, number, at, SignerOf(actor)), RequestAct.Endorsed, actor);
    }

    void Take(DemoCase one, Draft draft, RequestAct act, Actor actor)
    {
        one.Letter = draft.Letter;
        one.Request = (one.Request with { Letter = draft.Letter.Id, Corrects = one.Corrects?.Letter?.Id }).Take(act, actor, draft.At, hours);
    }

    static SignerOf SignerOf(Actor actor) => new(actor.Account ?? Guid.Empty, actor.Name, Credentials.None);

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
