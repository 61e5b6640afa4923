namespace SmartKampung.Residents.People;

/// <summary>Saves a record that was typed: checked, confirmed where it is odd, with its history, in one unit of work.</summary>
sealed class PersonDesk(PersonCheck check, Register register, Readings readings, ITexts texts)
{
    /// <param name="before">As it is stored; null to add somebody.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="accepted">What is odd and was confirmed.</param>
    /// <param name="kind">What the change comes from.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<SavedPerson> SaveAsync(Resident? before, Resident after, string accepted, ChangeKind kind, CancellationToken stop)
    {
        var found = await check.RunAsync(before, after, stop);
        if (found.Wrong.Count > 0) return new(Saving.Wrong, found.Wrong);
        if (found.Odd.Count > 0 && found.Confirmation != accepted) return new(Saving.Wrong, [new("accepted", texts["person.confirm"])]) { ToConfirm = found };
        return await WriteAsync(before, after, new(kind), stop);
    }

    async Task<SavedPerson> WriteAsync(Resident? before, Resident after, RecordCause cause, CancellationToken stop)
    {
        try
        {
            if (before is null) await AddAsync(after, cause, stop);
            else await register.ChangeAsync(before, after, cause, stop);
            await register.SaveAsync(stop);
            return new(Saving.Done, []);
        }
        catch (InvalidRecordException invalid)
        {
            return new(Saving.Wrong, [new(PersonCheck.FieldOf(invalid.Problem.Field), texts[invalid.Problem.Key, invalid.Problem.Detail])]);
        }
        catch (DuplicateException)
        {
            return new(Saving.Wrong, [new("nik", texts["person.nik_taken_elsewhere"])]);
        }
        catch (ConcurrencyException)
        {
            return new(Saving.Stale, [new("", texts["person.stale"])]);
        }
    }

    /// <summary>Who entered a record has seen it.</summary>
    Task AddAsync(Resident added, RecordCause cause, CancellationToken stop)
    {
        readings.Note(added.Id, texts["reading.purpose.added"]);
        return register.AddAsync(added, cause, stop);
    }
}

/// <summary>What became of a save.</summary>
enum Saving
{
    Done,
    Wrong,
    Stale,
}

/// <param name="Saving">What became of it.</param>
/// <param name="Wrong">Why it was not saved.</param>
sealed record SavedPerson(Saving Saving, IReadOnlyList<WrongField> Wrong)
{
    /// <summary>What has to be confirmed first, or null.</summary>
    public CheckedPerson? ToConfirm { get; init; }

    public bool IsDone => Saving == Saving.Done;

    /// <summary>The same, told in a form.</summary>
    public SavedPerson In(Form form)
    {
        foreach (var wrong in Wrong) form.AddError(wrong.Field, wrong.Message);
        return this;
    }
}
