using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Events;

/// <summary>Takes back what was entered at once, as long as nobody touched the same records since: each is as it was before, and who came with it goes.</summary>
sealed class TakeBackEvents(IDocumentSession session, Register register, PeopleFinder people, IPerson person, TimeProvider clock)
{
    public async Task<EnteredEvents?> FindAsync(Guid id, CancellationToken stop)
    {
        if (await session.LoadAsync<VitalEvent>(id, stop) is not { } asked) return null;
        var entry = asked.Entry;
        var events = entry == Guid.Empty ? [asked] : await session.Query<VitalEvent>().Where(happened => happened.Entry == entry).ToListAsync(stop);
        List<Guid> ids = [.. events.Select(happened => happened.Resident)];
        var records = (await session.Query<Resident>().Where(resident => ids.Contains(resident.Id)).ToListAsync(stop)).ToDictionary(resident => resident.Id);
        return new(asked, events, records, [.. await HindrancesAsync(events, records, stop), .. await JoinedAsync(events, stop)]);
    }

    /// <exception cref="InvalidRecordException">The register refuses what was before.</exception>
    public async Task WriteAsync(EnteredEvents entered, string reason, CancellationToken stop)
    {
        await register.PrepareAsync(entered.Records.Values.Select(record => record.Family).OfType<Guid>(), stop);
        foreach (var happened in entered.Events) await WriteAsync(happened, entered.Records[happened.Resident], reason, stop);
        if (entered.Asked.NewFamily is { } made && await session.LoadAsync<Family>(made, stop) is { } family) session.Delete(family);
    }

    async Task WriteAsync(VitalEvent happened, Resident record, string reason, CancellationToken stop)
    {
        var cause = new RecordCause(ChangeKind.TakenBack, VitalKinds.FlowOf(happened.Kind), happened.On);
        if (happened.IsOfNewRecord) await register.RemoveAsync(record, cause, stop);
        else await register.ChangeAsync(record, ResidentFields.Put(record, happened.Fields.Select(field => field with { Old = field.New, New = field.Old })), cause, stop);
        session.Store(happened with { TakenBack = new(clock.GetUtcNow(), person.Id, person.Name, reason) });
        if (happened.Fields.Count > 0) await FreeAsync(happened, record.Version + 1, stop);
    }

    /// <summary>The record is as the event before left it, so that this one can be taken back too.</summary>
    async Task FreeAsync(VitalEvent happened, int version, CancellationToken stop)
    {
        var (id, before) = (happened.Resident, happened.RecordVersion - 1);
        foreach (var earlier in await session.Query<VitalEvent>().Where(other => other.Resident == id).ToListAsync(stop))
            if (earlier.RecordVersion == before && earlier.TakenBack is null) session.Store(earlier with { RecordVersion = version });
    }

    async Task<IReadOnlyList<Hindrance>> HindrancesAsync(IReadOnlyList<VitalEvent> events, Dictionary<Guid, Resident> records, CancellationToken stop)
    {
        var found = new List<Hindrance>();
        foreach (var happened in events.Where(happened => happened.TakenBack is null))
        {
            var name = Masks.Name(happened.Name);
            if (happened.RecordVersion == 0) found.Add(new("event.back.old", name));
            else if (!records.TryGetValue(happened.Resident, out var record)) found.Add(new("event.back.gone", name));
            else if (record.Version != happened.RecordVersion) found.AddRange(await LaterAsync(happened, name, stop));
            else if (happened.IsOfNewRecord && await IsProposedAsync(record.Id, stop)) found.Add(new("event.back.proposal", name));
        }

        return found;
    }

    /// <summary>What happened to the record since, by its name where it has one.</summary>
    async Task<IReadOnlyList<Hindrance>> LaterAsync(VitalEvent happened, string name, CancellationToken stop)
    {
        var id = happened.Resident;
        var events = (await session.Query<VitalEvent>().Where(other => other.Resident == id).ToListAsync(stop)).Where(other => other.RecordVersion > happened.RecordVersion && other.TakenBack is null).ToList();
        if (events.Count > 0) return [.. events.Select(later => new Hindrance("event.back.later", name, VitalKinds.KeyOf(later.Kind), later.At, later.By))];
        var changes = (await session.Query<Change>().Where(change => change.Resident == id).ToListAsync(stop)).Where(change => change.At > happened.At && change.Kind is not (ChangeKind.Event or ChangeKind.TakenBack)).ToList();
        return changes.Count > 0 ? [.. changes.Select(later => new Hindrance("event.back.later", name, $"history.{later.Kind.ToString().ToLowerInvariant()}", later.At, later.By))] : [new("event.back.changed", name)];
    }

    /// <summary>Who came since into the family that came with the event.</summary>
    async Task<IReadOnlyList<Hindrance>> JoinedAsync(IReadOnlyList<VitalEvent> events, CancellationToken stop)
    {
        if (events.Select(happened => happened.NewFamily).FirstOrDefault(made => made is not null) is not { } family) return [];
        var own = events.Select(happened => happened.Resident).ToHashSet();
        return [.. (await people.MembersAsync(family, stop)).Where(member => !own.Contains(member.Id)).Select(member => new Hindrance("event.back.joined", Masks.Name(member.Name)))];
    }

    Task<bool> IsProposedAsync(Guid id, CancellationToken stop) => session.Query<Proposal>().Where(proposal => proposal.Resident == id && proposal.State == ProposalState.Waiting).AnyAsync(stop);
}

/// <summary>Events that were entered at once.</summary>
/// <param name="Asked">The one that was looked for.</param>
/// <param name="Events">All of them.</param>
/// <param name="Records">The records that are there, by id.</param>
/// <param name="Hindrances">What stands in the way of taking them back.</param>
sealed record EnteredEvents(VitalEvent Asked, IReadOnlyList<VitalEvent> Events, IReadOnlyDictionary<Guid, Resident> Records, IReadOnlyList<Hindrance> Hindrances);

/// <summary>Something that stands in the way.</summary>
/// <param name="Key">The text that tells it.</param>
/// <param name="Name">Of whom, masked.</param>
/// <param name="What">The text of what happened, or empty.</param>
/// <param name="At">When that was entered, or null.</param>
/// <param name="By">By whom, or empty.</param>
sealed record Hindrance(string Key, string Name, string What = "", DateTimeOffset? At = null, string By = "");
