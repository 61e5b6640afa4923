using SmartKampung.Residents.Lists;

namespace SmartKampung.Residents.People;

/// <summary>
/// The families whose members a unit of work changes: one has one head at most. A family is saved with whoever joins, leaves or becomes its head, so that two who change
/// one at once find out.
/// </summary>
sealed class Households(IDocumentSession session)
{
    static readonly string Head = ReferenceLists.Relations.Find(1)!.Name;

    readonly Dictionary<Guid, Family> families = [];
    readonly Dictionary<Guid, HashSet<Guid>> heads = [];

    public static bool IsHead(Resident? resident) => resident is { IsHere: true, Family: not null } && resident.Relation == Head;

    /// <summary>A family that is new, or whose card or place is another.</summary>
    public void Keep(Family family)
    {
        session.Store(families[family.Id] = family);
        if (family.Version == 0) heads.TryAdd(family.Id, []);
    }

    /// <summary>Reads all of these families at once; without it, each is read when its first member is written.</summary>
    public async Task PrepareAsync(IEnumerable<Guid> wanted, CancellationToken stop)
    {
        List<Guid> ids = [.. wanted.Where(id => !heads.ContainsKey(id)).Distinct()];
        if (ids.Count == 0) return;
        foreach (var family in await session.Query<Family>().Where(family => ids.Contains(family.Id)).ToListAsync(stop)) (families[family.Id], heads[family.Id]) = (family, []);
        List<Guid?> known = [.. ids.Where(families.ContainsKey).Select(id => (Guid?)id)];
        foreach (var member in await session.Query<Resident>().Where(resident => known.Contains(resident.Family)).ToListAsync(stop))
            if (IsHead(member)) heads[member.Family!.Value].Add(member.Id);
    }

    /// <exception cref="InvalidRecordException">There is no such family, or it has a head already.</exception>
    public async Task MoveAsync(Resident? before, Resident? after, CancellationToken stop)
    {
        if (before?.Family == after?.Family && IsHead(before) == IsHead(after)) return;
        await PrepareAsync(new[] { before?.Family, after?.Family }.OfType<Guid>(), stop);
        if (before?.Family is { } left && families.TryGetValue(left, out var old)) Leave(old, before);
        if (after?.Family is { } joined) Join(families.GetValueOrDefault(joined) ?? throw new InvalidRecordException(new("family", "record.no_family")), after);
    }

    public void Forget()
    {
        families.Clear();
        heads.Clear();
    }

    void Leave(Family family, Resident member)
    {
        heads[family.Id].Remove(member.Id);
        session.Store(family);
    }

    void Join(Family family, Resident member)
    {
        if (IsHead(member) && heads[family.Id].Any(head => head != member.Id)) throw new InvalidRecordException(new("relation", "family.two_heads"));
        if (IsHead(member)) heads[family.Id].Add(member.Id);
        session.Store(family);
    }
}
