using SmartKampung.Letters.Issued.Registers;

namespace SmartKampung.Letters.Issued.Book;

/// <summary>A register in a period, as the letter book shows it: every number from the first to the last.</summary>
sealed record OutgoingBook(NumberRegister Register, int Period, IReadOnlyList<BookRow> Rows)
{
    /// <summary>The numbers that stand in the book of before.</summary>
    public int Earlier => Register.FirstOf(Period) - 1;

    public static async Task<OutgoingBook> ReadAsync(IDocumentSession session, NumberRegister register, int period, CancellationToken stop)
    {
        var entries = await session.Query<RegisterEntry>().Where(entry => entry.Register == register.Id && entry.Period == period).OrderBy(entry => entry.Sequence).ToListAsync(stop);
        Guid[] ids = [.. entries.Select(entry => entry.Letter).OfType<Guid>().Distinct()];
        var letters = (await session.Query<Letter>().Where(letter => ids.Contains(letter.Id)).ToListAsync(stop)).ToDictionary(letter => letter.Id);
        return new(register, period, [.. entries.Select(entry => new BookRow(entry, entry.Letter is { } id ? letters.GetValueOrDefault(id)?.State : null))]);
    }

    /// <summary>The years that there may be something of, the latest first; 0 alone where numbers never begin again.</summary>
    public static IReadOnlyList<int> PeriodsOf(NumberRegister register, int thisYear) => register.Reset is RegisterReset.Never ? [0] : [.. Enumerable.Range(0, 5).Select(back => thisYear - back)];
}

/// <summary>A number of the book.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Letter">How its letter stands; null where the entry has none.</param>
sealed record BookRow(RegisterEntry Entry, LetterState? Letter)
{
    /// <summary>What is told of it: the letter's end before the entry's kind.</summary>
    public string State => Letter switch
    {
        LetterState.Revoked => "revoked",
        LetterState.Replaced => "replaced",
        _ => Entry.Kind.ToString().ToLowerInvariant(),
    };
}
