using SmartKampung.Residents.Lists;
using SmartKampung.Residents.Niks;
using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Imports;

/// <summary>Finds out what rows would do to the register, a few queries for many rows. The dry run and the taking both go by it, so that they agree.</summary>
sealed class PlanRows(IDocumentSession session, Village village, TimeProvider clock)
{
    static readonly Resident Nobody = new() { Name = "" };
    static readonly string Head = ReferenceLists.Relations.Find(1)!.Name;

    readonly Dictionary<string, int> niks = [];
    readonly Dictionary<string, int> heads = [];

    /// <summary>What earlier parts said, so that doubles within the sheet are found.</summary>
    public void Remember(IEnumerable<SaidRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Nik is { } nik) niks.TryAdd(nik, row.Row.Number);
            if (IsHead(row)) heads.TryAdd(row.Card!, row.Row.Number);
        }
    }

    public async Task<IReadOnlyList<PlannedRow>> PlanAsync(IReadOnlyList<SaidRow> rows, CancellationToken stop)
    {
        List<string?> numbers = [.. rows.Select(row => row.Nik).OfType<string>().Distinct()];
        List<string?> cards = [.. rows.Select(row => row.Card).OfType<string>().Distinct()];
        var known = (await session.Query<Resident>().Where(resident => numbers.Contains(resident.Nik)).ToListAsync(stop)).ToDictionary(resident => resident.Nik!);
        var families = (await session.Query<Family>().Where(family => cards.Contains(family.CardNumber)).ToListAsync(stop)).ToDictionary(family => family.CardNumber!);
        List<Guid?> ids = [.. families.Values.Select(family => (Guid?)family.Id)];
        var members = (await session.Query<Resident>().Where(resident => ids.Contains(resident.Family)).ToListAsync(stop)).ToLookup(resident => resident.Family);
        var said = rows.Select(row => row.Nik).OfType<string>().ToHashSet();
        return [.. rows.Select(row => Plan(row, known, families.GetValueOrDefault(row.Card ?? ""), members, said))];
    }

    PlannedRow Plan(SaidRow row, Dictionary<string, Resident> known, Family? family, ILookup<Guid?, Resident> members, HashSet<string> said)
    {
        var before = row.Nik is { } nik ? known.GetValueOrDefault(nik) ?? Unnumbered(row, members[family?.Id ?? Guid.Empty]) : Unnumbered(row, members[family?.Id ?? Guid.Empty]);
        var after = Written(before ?? Nobody, row);
        if (before is null) after = after with { Id = Guid.CreateVersion7() };
        if (family is not null) after = after with { Family = family.Id };
        var today = village.TimeZone.DayOf(clock.GetUtcNow());
        List<ImportNote> problems = [.. row.Problems, .. RecordCheck.Problems(after, today).Select(problem => new ImportNote(problem.Field, problem.Key, problem.Detail)), .. Doubles(row, before, members[family?.Id ?? Guid.Empty], said)];
        Remember([row]);
        if (problems.Count > 0) return new(row, before, null, problems);
        return new(row, before, after, [.. Warnings(after, today)]);
    }

    /// <summary>Somebody of the family with this name and birth date who has no number yet.</summary>
    static Resident? Unnumbered(SaidRow row, IEnumerable<Resident> members) => members.FirstOrDefault(member =>
        (member.Nik is null || row.Nik is null) && string.Equals(member.Name, row.Name, StringComparison.OrdinalIgnoreCase) && ResidentFields.Find("birth_date")!.Read(member) == row.Said.GetValueOrDefault("birth_date", ""));

    static Resident Written(Resident before, SaidRow row) => row.Said.Aggregate(before, (resident, said) => ResidentFields.Find(said.Key)?.Write(resident, said.Value) ?? resident);

    IEnumerable<ImportNote> Doubles(SaidRow row, Resident? before, IEnumerable<Resident> members, HashSet<string> said)
    {
        if (row.Nik is { } nik && niks.TryGetValue(nik, out var earlier)) yield return new("nik", "import.double", $"{earlier}");
        if (before is null && !row.Said.ContainsKey("is_male")) yield return new("is_male", "import.no_sex");
        if (!IsHead(row)) yield break;
        var other = members.FirstOrDefault(member => Households.IsHead(member) && member.Id != before?.Id);
        if (heads.ContainsKey(row.Card!) || (other is not null && (other.Nik is null || !said.Contains(other.Nik)))) yield return new("relation", "family.two_heads");
    }

    static IEnumerable<ImportNote> Warnings(Resident resident, DateOnly today)
    {
        if (resident.Nik is null) yield return new("nik", "import.without_nik");
        else
            foreach (var warning in Nik.Warnings(Nik.Check(resident.Nik, today), resident.BirthDate, resident.IsMale))
                yield return new("nik", $"import.nik.{warning.ToString().ToLowerInvariant()}");
        if (resident.BirthDate is null) yield return new("birth_date", "import.without_birth_date");
        if (resident.Place?.RtNumber is null) yield return new("rt_number", "import.without_place");
    }

    static bool IsHead(SaidRow row) => row.Card is not null && row.Said.GetValueOrDefault("relation") == Head && row.Said.GetValueOrDefault("state", "living") is "living" or "temporary";
}

/// <summary>What a row would do.</summary>
/// <param name="Said">What it says.</param>
/// <param name="Before">The record that is there.</param>
/// <param name="After">The record as it would be; null where the row is wrong.</param>
/// <param name="Notes">What is wrong, or odd.</param>
sealed record PlannedRow(SaidRow Said, Resident? Before, Resident? After, IReadOnlyList<ImportNote> Notes)
{
    public RowReport Report
    {
        get
        {
            IReadOnlyList<ChangedField> changes = Before is not null && After is not null ? ResidentFields.Differences(Before, After) : [];
            var isAdrift = Before is not null && After is not null && Said.Card is not null && After.Family == Before.Family && Before.Family is null;
            var kind = After is null ? RowKind.Bad : Before is null ? RowKind.New : changes.Count > 0 || isAdrift ? RowKind.Changed : RowKind.Same;
            return new(Said.Row.Number, Said.Name, kind, Notes, changes);
        }
    }
}
