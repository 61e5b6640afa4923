using SmartKampung.News.Agenda;

namespace SmartKampung.News.Demo;

/// <summary>The demo village's calendar.</summary>
static class DemoAgenda
{
    public static async Task<IReadOnlyList<AgendaEntry>> ReadAsync(DateTimeOffset now, TimeZoneInfo zone, CancellationToken stop)
    {
        var taken = new HashSet<string>();
        var entries = new List<AgendaEntry>();
        foreach (var text in await DemoFolder.ReadAsync<DemoAgendaEntry>("agenda.json", stop))
        {
            var slug = Slug.Free(Slug.Of(text.Title), taken);
            taken.Add(slug);
            entries.Add(text.DraftAt(zone.DayOf(now), zone).ApplyTo(new AgendaEntry { Title = "", Slug = slug }, zone, now));
        }

        return entries;
    }
}

sealed record DemoAgendaEntry(
    int InDays, int? UntilInDays, TimeOnly? Starts, TimeOnly? Ends, string Title, string? Place, string? Organizer, string? Text)
{
    public AgendaEntryDraft DraftAt(DateOnly today, TimeZoneInfo zone)
    {
        var (first, last) = (today.AddDays(InDays), today.AddDays(UntilInDays ?? InDays));
        return new()
        {
            Title = DayPlaceholder.Fill(Title, first),
            Place = Place,
            Organizer = Organizer,
            Text = DayPlaceholder.Fill(Text ?? "", first),
            Starts = zone.At(first, Starts ?? TimeOnly.MinValue),
            Ends = Ends is { } ends ? zone.At(last, ends) : UntilInDays is null ? null : zone.StartOf(last.AddDays(1)),
            AllDay = Starts is null,
        };
    }
}
