namespace SmartKampung.Residents.People;

/// <summary>The record of the person who makes the request, by their account.</summary>
sealed class OwnRecord(IPerson person, PeopleFinder people)
{
    /// <returns>Null for whom the register does not know by their account.</returns>
    public async Task<Resident?> FindAsync(CancellationToken stop) => person.RegisteredAs is { } id ? await people.FindAsync(id, stop) : null;
}
