namespace SmartKampung.News.Agenda;

/// <summary>An agenda entry as it is typed in the console.</summary>
sealed record AgendaForm
{
    [Required, StringLength(160), Display(Name = "agenda_form.title")]
    public string Title { get; init; } = "";

    [Required, Display(Name = "agenda_form.day")]
    public DateOnly? Day { get; init; }

    [Display(Name = "agenda_form.time")]
    public TimeOnly? Time { get; init; }

    [Display(Name = "agenda_form.last_day")]
    public DateOnly? LastDay { get; init; }

    [Display(Name = "agenda_form.last_time")]
    public TimeOnly? LastTime { get; init; }

    [StringLength(160), Display(Name = "agenda_form.place")]
    public string Place { get; init; } = "";

    [StringLength(160), Display(Name = "agenda_form.organizer")]
    public string Organizer { get; init; } = "";

    [StringLength(4000), Display(Name = "agenda_form.text")]
    public string Text { get; init; } = "";

    /// <summary>The version that the writer began from.</summary>
    public int Version { get; init; }

    public static AgendaForm Of(AgendaEntry entry, TimeZoneInfo zone) => new()
    {
        Title = entry.Title,
        Day = zone.DayOf(entry.Starts),
        Time = entry.AllDay ? null : TimeOf(entry.Starts, zone),
        LastDay = entry.Ends is { } ends ? zone.DayOf(entry.AllDay ? ends.AddTicks(-1) : ends) : null,
        LastTime = entry.AllDay || entry.Ends is null ? null : TimeOf(entry.Ends.Value, zone),
        Place = entry.Place,
        Organizer = entry.Organizer,
        Text = entry.Text,
        Version = entry.Version,
    };

    /// <summary>Without a time it lasts whole days; an end without a day is on the first one.</summary>
    public AgendaEntryDraft ToDraft(TimeZoneInfo zone)
    {
        var day = Day!.Value;
        return new()
        {
            Title = Title,
            Place = Place,
            Organizer = Organizer,
            Text = Text,
            AllDay = Time is null,
            Starts = zone.At(day, Time ?? TimeOnly.MinValue),
            Ends = Time is null
                ? LastDay is { } last ? zone.At(last, new(12, 0)) : null
                : LastTime is { } end ? zone.At(LastDay ?? day, end) : LastDay is { } over ? zone.At(over, new(23, 59)) : null,
        };
    }

    static TimeOnly TimeOf(DateTimeOffset moment, TimeZoneInfo zone) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
