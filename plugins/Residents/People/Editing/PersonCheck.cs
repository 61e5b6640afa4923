using SmartKampung.Residents.Niks;

namespace SmartKampung.Residents.People;

/// <summary>
/// What there is to say about a record before it is written: what is wrong, next to its field, and what is odd and may be so all the same. What no way in may
/// bring is checked once more where it is written, see <see cref="Register"/>.
/// </summary>
sealed class PersonCheck(IDocumentSession session, Village village, ITexts texts, TimeProvider clock)
{
    public async Task<CheckedPerson> RunAsync(Resident? before, Resident after, CancellationToken stop)
    {
        var today = village.TimeZone.DayOf(clock.GetUtcNow());
        List<WrongField> wrong = [.. RecordCheck.Problems(after, today).Select(problem => new WrongField(FieldOf(problem.Field), texts[problem.Key, problem.Detail]))];
        if (after.Phone.Length > 0 && Typed.Phone(after.Phone) != after.Phone) wrong.Add(new("phone", texts["person.phone_wrong"]));
        if (after.Place != before?.Place && !await IsKnownAsync(after.Place, stop)) wrong.Add(new("place", texts["person.place_unknown"]));
        if (wrong.Count == 0 && after.Nik != before?.Nik && await OwnerOfAsync(after, stop) is { } owner) wrong.Add(new("nik", Taken(owner)));
        return new(wrong, wrong.Count == 0 ? await OddAsync(before, after, today, stop) : []);
    }

    string Taken(Resident owner) => texts["person.nik_taken", Masks.Name(owner.Name), owner.Place?.RtNumber ?? "–", owner.Place?.RwNumber ?? "–"];

    async Task<bool> IsKnownAsync(Territory? place, CancellationToken stop)
    {
        var key = place is null ? "" : Unit.KeyOf(place);
        return await session.Query<Unit>().Where(unit => unit.Key == key).AnyAsync(stop);
    }

    async Task<Resident?> OwnerOfAsync(Resident after, CancellationToken stop)
    {
        var (nik, id) = (after.Nik, after.Id);
        return nik is null ? null : await session.Query<Resident>().Where(resident => resident.Nik == nik && resident.Id != id).FirstOrDefaultAsync(stop);
    }

    /// <summary>What was so before is not asked again.</summary>
    async Task<IReadOnlyList<string>> OddAsync(Resident? before, Resident after, DateOnly today, CancellationToken stop)
    {
        var isSame = before is not null && (before.Nik, before.BirthDate, before.IsMale) == (after.Nik, after.BirthDate, after.IsMale);
        List<string> odd = isSame || after.Nik is null ? [] : [.. Nik.Warnings(Nik.Check(after.Nik, today), after.BirthDate, after.IsMale).Select(warning => warning.ToString())];
        if (before is null && await IsNamesakeThereAsync(after, stop)) odd.Add("Namesake");
        return odd;
    }

    /// <summary>Whether somebody of the same name was born on the same day: likely the same person.</summary>
    async Task<bool> IsNamesakeThereAsync(Resident after, CancellationToken stop)
    {
        var (id, date) = (after.Id, after.BirthDate);
        return date is not null && await session.Query<Resident>().Where(resident => resident.BirthDate == date && resident.Id != id).Search(after.Name).AnyAsync(stop);
    }

    /// <summary>The field of the form where a property is typed.</summary>
    public static string FieldOf(string property) => property switch
    {
        "hamlet" or "rw_number" or "rt_number" => "place",
        "is_male" => "sex",
        "family" => "",
        _ => property,
    };
}

/// <param name="Field">Of the form; empty for the form as a whole.</param>
/// <param name="Message">In the reader's language.</param>
sealed record WrongField(string Field, string Message);

/// <summary>What a check found.</summary>
/// <param name="Wrong">What has to be mended.</param>
/// <param name="Odd">What has to be confirmed; the texts are under <c>odd.NAME</c>.</param>
sealed record CheckedPerson(IReadOnlyList<WrongField> Wrong, IReadOnlyList<string> Odd)
{
    /// <summary>What a confirmation says.</summary>
    public string Confirmation => string.Join(',', Odd);
}
