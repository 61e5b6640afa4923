using SmartKampung.Residents.People;
using SmartKampung.Residents.Statistics;

namespace SmartKampung.Residents.Events;

/// <summary>Writes events and what they do to the register, as one unit of work.</summary>
sealed class VitalEvents(IDocumentSession session, Register register, PeopleFinder people, IPerson person, Village village, TimeProvider clock)
{
    readonly Guid entry = Guid.CreateVersion7();
    Guid? newFamily;

    public DateOnly Today => village.TimeZone.DayOf(clock.GetUtcNow());

    /// <summary>What is impossible, before anything is written.</summary>
    public IReadOnlyList<RecordProblem> Problems(VitalKind kind, Resident? resident, VitalForm form)
    {
        List<RecordProblem> problems = [];
        if (form.On > Today) problems.Add(new("on", "record.future"));
        if (resident?.BirthDate > form.On) problems.Add(new("on", "event.before_birth"));
        if (kind is VitalKind.Death or VitalKind.Departure && resident is { IsHere: false }) problems.Add(new("", "event.not_here"));
        if (kind == VitalKind.Arrival && resident is { State: not ResidentState.Moved }) problems.Add(new("", "event.is_here"));
        if (IsNew(kind, resident) && form.Sex is null) problems.Add(new("sex", "import.no_sex"));
        if (kind == VitalKind.Arrival && Typed.Place(form.Place) is null) problems.Add(new("place", "import.without_place"));
        if (!CardNumbers.IsRight(Typed.Number(form.CardNumber))) problems.Add(new("card_number", "import.no_card", form.CardNumber));
        return [.. problems, .. Written(kind, resident, form).SelectMany(record => RecordCheck.Problems(record, Today))];
    }

    /// <exception cref="InvalidRecordException">The register refuses it.</exception>
    public Task WriteAsync(VitalKind kind, Resident? resident, VitalForm form, CancellationToken stop) => kind switch
    {
        VitalKind.Birth => AddAsync(kind, form.Newborn(resident!), form, stop),
        VitalKind.Arrival when resident is null => ArriveAsync(form, stop),
        VitalKind.Arrival => ChangeAsync(kind, resident, Returned(resident, form), form, stop),
        VitalKind.Death => ChangeAsync(kind, resident!, resident! with { State = ResidentState.Died, StateSince = form.On }, form, stop),
        VitalKind.Departure => LeaveAsync(resident!, form, stop),
        VitalKind.Split => SplitAsync(resident!, form, stop),
        _ => ChangeAsync(kind, resident!, form.Changed(resident!), form, stop),
    };

    static bool IsNew(VitalKind kind, Resident? resident) => kind == VitalKind.Birth || (kind == VitalKind.Arrival && resident is null);

    static IEnumerable<Resident> Written(VitalKind kind, Resident? resident, VitalForm form)
    {
        if (kind == VitalKind.Birth) yield return form.Newborn(resident!);
        if (kind == VitalKind.Arrival && resident is null) yield return form.Newcomer();
        if (kind == VitalKind.DataChange) yield return form.Changed(resident!);
    }

    static Resident Returned(Resident resident, VitalForm form) => resident with { State = ResidentState.Living, StateSince = form.On, Address = Typed.Line(form.Address), Place = Typed.Place(form.Place), Family = null, Relation = "" };

    async Task ArriveAsync(VitalForm form, CancellationToken stop)
    {
        var newcomer = form.Newcomer();
        if (Typed.Number(form.CardNumber) is { } number) newcomer = await InFamilyAsync(newcomer, number, stop);
        await AddAsync(VitalKind.Arrival, newcomer, form, stop);
    }

    /// <summary>Of a card that is here already; who brings a new one heads it.</summary>
    async Task<Resident> InFamilyAsync(Resident newcomer, string number, CancellationToken stop)
    {
        if (await session.Query<Family>().Where(family => family.CardNumber == number).FirstOrDefaultAsync(stop) is { } known)
            return newcomer with { Family = known.Id, Relation = Lists.ReferenceLists.Relations.Find(9)!.Name };
        var family = new Family { CardNumber = number, Address = newcomer.Address, Place = newcomer.Place };
        Keep(family);
        return newcomer with { Family = family.Id, Relation = Relations.Head };
    }

    async Task LeaveAsync(Resident resident, VitalForm form, CancellationToken stop)
    {
        var leaving = form.WholeFamily ? (await people.FamilyOfAsync(resident, stop)).Where(member => member.IsHere) : [resident];
        foreach (var member in leaving) await ChangeAsync(VitalKind.Departure, member, member with { State = ResidentState.Moved, StateSince = form.On }, form, stop);
    }

    async Task SplitAsync(Resident resident, VitalForm form, CancellationToken stop)
    {
        var family = new Family { CardNumber = Typed.Number(form.CardNumber), Address = Typed.Line(form.Address), Place = Typed.Place(form.Place) ?? resident.Place };
        var coming = (await people.FamilyOfAsync(resident, stop)).Where(member => form.Members.Contains(member.Id) && member.Id != resident.Id && member.IsHere).ToList();
        await register.PrepareAsync(resident.Family is { } old ? [old] : [], stop);
        Keep(family);
        await ChangeAsync(VitalKind.Split, resident, Into(resident, family) with { Relation = Relations.Head }, form, stop);
        foreach (var member in coming) await ChangeAsync(VitalKind.Split, member, Into(member, family) with { Relation = member.Relation == Relations.Head ? "" : member.Relation }, form, stop);
    }

    static Resident Into(Resident resident, Family family) => resident with { Family = family.Id, Address = family.Address, Place = family.Place };

    void Keep(Family family)
    {
        register.Keep(family);
        newFamily = family.Id;
    }

    async Task AddAsync(VitalKind kind, Resident added, VitalForm form, CancellationToken stop)
    {
        await register.AddAsync(added, new(ChangeKind.Event, VitalKinds.FlowOf(kind), form.On), stop);
        Note(kind, added, [], added.Version + 1, form);
    }

    async Task ChangeAsync(VitalKind kind, Resident before, Resident after, VitalForm form, CancellationToken stop)
    {
        await register.ChangeAsync(before, after, new(ChangeKind.Event, VitalKinds.FlowOf(kind), form.On), stop);
        Note(kind, after, ResidentFields.Differences(before, after), before == after ? before.Version : before.Version + 1, form);
    }

    void Note(VitalKind kind, Resident resident, IReadOnlyList<ChangedField> fields, int version, VitalForm form) => session.Store(new VitalEvent
    {
        Entry = entry, RecordVersion = version, Fields = fields, NewFamily = newFamily,
        Kind = kind, On = form.On!.Value, Month = PopulationFlow.NumberOf(form.On.Value), Resident = resident.Id, Name = resident.Name, Place = resident.Place,
        Evidence = Typed.Line(form.Evidence), Note = form.Note.Trim(), At = clock.GetUtcNow(), Person = person.Id, By = person.Name,
    });
}
