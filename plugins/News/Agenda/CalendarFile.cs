using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace SmartKampung.News.Agenda;

/// <summary>Agenda entries as iCalendar (RFC 5545).</summary>
static class CalendarFile
{
    public static IResult Of(IReadOnlyList<AgendaEntry> entries, string name, string fileName, Village village, IAddresses addresses)
    {
        var calendar = new Calendar { ProductId = "-//SmartKampung//News//ID", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        if (entries.Count > 0) calendar.AddTimeZone(Zone(entries, village.TimeZone));
        calendar.Events.AddRange(entries.Select(entry => Event(entry, village.TimeZone, addresses)));
        var text = new CalendarSerializer().SerializeToString(calendar) ?? "";
        return Results.File(System.Text.Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", fileName);
    }

    // The library tells of a zone's last change as if it came back every year; a zone without summer time, as Indonesia's, needs none of it.
    static VTimeZone Zone(IReadOnlyList<AgendaEntry> entries, TimeZoneInfo zone)
    {
        var earliest = entries.Min(entry => entry.Starts);
        TimeSpan[] offsets = [.. Enumerable.Range(0, 12).Select(months => zone.GetUtcOffset(earliest.AddMonths(months))).Distinct()];
        return offsets is [var offset]
            ? new VTimeZone(zone.Id) { Children = { Fixed(offset) } }
            : VTimeZone.FromDateTimeZone(zone.Id, earliest.UtcDateTime.AddYears(-1), includeHistoricalData: false);
    }

    static VTimeZoneInfo Fixed(TimeSpan offset) => new()
    {
        Name = "STANDARD",
        DtStart = new CalDateTime(1970, 1, 1, 0, 0, 0),
        OffsetFrom = new UtcOffset(offset),
        OffsetTo = new UtcOffset(offset),
    };

    static CalendarEvent Event(AgendaEntry entry, TimeZoneInfo zone, IAddresses addresses)
    {
        var address = addresses.Absolute(entry.Path);
        var calendarEvent = new CalendarEvent
        {
            Uid = entry.Id.ToString(),
            DtStamp = new CalDateTime(entry.ChangedAt.UtcDateTime, "UTC"),
            Summary = entry.Title,
            Location = entry.Place.Length > 0 ? entry.Place : null,
            Description = entry.Text.Length > 0 ? entry.Text : null,
            Url = address,
            DtStart = Moment(entry.Starts, entry.AllDay, zone),
            DtEnd = entry.Ends is { } ends ? Moment(ends, entry.AllDay, zone) : null,
        };
        if (entry.Organizer.Length > 0) calendarEvent.Contacts.Add(entry.Organizer);
        return calendarEvent;
    }

    static CalDateTime Moment(DateTimeOffset moment, bool wholeDay, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return wholeDay ? new CalDateTime(DateOnly.FromDateTime(local)) : new CalDateTime(local, zone.Id);
    }
}
