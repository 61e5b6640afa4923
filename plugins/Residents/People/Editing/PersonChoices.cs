using SmartKampung.Residents.Lists;

namespace SmartKampung.Residents.People;

/// <summary>What can be chosen in the fields of a record, in the reader's language.</summary>
sealed record PersonChoices(
    IReadOnlyList<Choice> Religions, IReadOnlyList<Choice> MaritalStatuses, IReadOnlyList<Choice> Occupations, IReadOnlyList<Choice> Educations, IReadOnlyList<Choice> BloodGroups,
    IReadOnlyList<Choice> Disabilities, IReadOnlyList<Choice> Relations, IReadOnlyList<Choice> Nationalities, IReadOnlyList<Choice> Places)
{
    /// <param name="session">The village's documents.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="present">Where the person lives now, which is offered too.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<PersonChoices> OfAsync(IDocumentSession session, ITexts texts, Territory? present, CancellationToken stop) => new(
        Of(ReferenceLists.Religions, texts), Of(ReferenceLists.MaritalStatuses, texts), Of(ReferenceLists.Occupations, texts), Of(ReferenceLists.Educations, texts),
        Of(ReferenceLists.BloodGroups, texts), Of(ReferenceLists.Disabilities, texts), Of(ReferenceLists.Relations, texts), Of(ReferenceLists.Nationalities, texts),
        await PlacesAsync(session, texts, present, stop));

    /// <summary>The units that have no smaller ones in them, in the order of hamlet, RW and RT.</summary>
    public static async Task<IReadOnlyList<Choice>> PlacesAsync(IDocumentSession session, ITexts texts, Territory? present, CancellationToken stop)
    {
        var places = (await session.Query<Unit>().ToListAsync(stop)).Select(unit => unit.Place).ToList();
        var smallest = places.Where(place => !places.Any(other => other != place && place.Contains(other)));
        return [.. smallest.Append(present).OfType<Territory>().Distinct().OrderBy(Unit.KeyOf, StringComparer.OrdinalIgnoreCase).Select(place => new Choice(Unit.KeyOf(place), PlaceText.Of(place, texts)))];
    }

    static IReadOnlyList<Choice> Of(ReferenceList list, ITexts texts) =>
        [.. list.Entries.Select(entry => new Choice(entry.Name, texts.Language == "en" ? entry.English : entry.Name))];
}

/// <param name="Value">What is kept.</param>
/// <param name="Text">What is read.</param>
sealed record Choice(string Value, string Text);
