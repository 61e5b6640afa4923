namespace SmartKampung.Residents.People;

/// <summary>Looks for people by what somebody knows of them.</summary>
static class FindPeople
{
    const int NumberLength = 16;

    /// <summary>By name and address; sixteen digits are a NIK, or else the number of a family card.</summary>
    public static async Task<IDocumentQuery<Resident>> FindAsync(this IDocumentQuery<Resident> query, string words, IDocumentSession session, CancellationToken stop)
    {
        if (NumberOf(words) is not { } number) return query.Search(words);
        if (await session.Query<Resident>().Where(resident => resident.Nik == number).AnyAsync(stop)) return query.Where(resident => resident.Nik == number);
        var card = await session.Query<Family>().Where(family => family.CardNumber == number).FirstOrDefaultAsync(stop);
        var family = card?.Id ?? Guid.Empty;
        return query.Where(resident => resident.Family == family);
    }

    /// <summary>The sixteen digits, typed with or without blanks, dots and hyphens; null where it is something else.</summary>
    static string? NumberOf(string words)
    {
        var number = string.Concat(words.Where(letter => letter is not (' ' or '.' or '-')));
        return number.Length == NumberLength && number.All(char.IsAsciiDigit) ? number : null;
    }
}
