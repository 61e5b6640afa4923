using System.Globalization;

namespace SmartKampung.Letters.Types.Editing;

/// <summary>What a type says of itself, as it is typed.</summary>
record BasicsForm
{
    const char Between = '|';

    [Required, StringLength(120), Display(Name = "type.name")]
    public string Name { get; init; } = "";

    [StringLength(120), Display(Name = "type.name_english")]
    public string NameEnglish { get; init; } = "";

    [StringLength(1000), Display(Name = "type.about")]
    public string About { get; init; } = "";

    [StringLength(1000), Display(Name = "type.about_english")]
    public string AboutEnglish { get; init; } = "";

    /// <summary>One a line, the English words behind a stroke.</summary>
    [StringLength(4000), Display(Name = "type.purposes")]
    public string Purposes { get; init; } = "";

    [StringLength(1000), Display(Name = "type.unneeded")]
    public string Unneeded { get; init; } = "";

    [StringLength(1000), Display(Name = "type.unneeded_english")]
    public string UnneededEnglish { get; init; } = "";

    [Display(Name = "audience")]
    public Audience Audience { get; init; }

    [Range(1, 36500), Display(Name = "type.valid_days")]
    public int? ValidDays { get; init; }

    [Range(1, 2000), Display(Name = "type.promised_hours")]
    public int PromisedHours { get; init; } = 24;

    [Range(1, 100), Display(Name = "type.retain_years")]
    public int? RetainYears { get; init; }

    [Display(Name = "type.size")]
    public PaperSize Size { get; init; }

    [Display(Name = "type.duty_stamp")]
    public bool NeedsDutyStamp { get; init; }

    [Display(Name = "type.wet_ink")]
    public bool NeedsWetInk { get; init; }

    /// <summary>One a line: code, list, first day, last day, between strokes.</summary>
    [StringLength(2000), Display(Name = "type.classifications")]
    public string Classifications { get; init; } = "";

    public int Version { get; init; }

    public static BasicsForm Of(LetterType type, int version) => new()
    {
        Name = type.Name.Indonesian,
        NameEnglish = type.Name.English,
        About = type.About.Indonesian,
        AboutEnglish = type.About.English,
        Purposes = string.Join('\n', type.Purposes.Select(purpose => Joined(purpose.Indonesian, purpose.English))),
        Unneeded = type.Unneeded.Indonesian,
        UnneededEnglish = type.Unneeded.English,
        Audience = type.Audience,
        ValidDays = type.ValidDays,
        PromisedHours = type.PromisedHours,
        RetainYears = type.RetainYears,
        Size = type.Size,
        NeedsDutyStamp = type.NeedsDutyStamp,
        NeedsWetInk = type.NeedsWetInk,
        Classifications = string.Join('\n', type.Classifications.Select(one => Joined(one.Code, one.List, Day(one.From), Day(one.Until)))),
        Version = version,
    };

    public LetterType ApplyTo(LetterType type) => type with
    {
        Name = new(Name, NameEnglish),
        About = new(About, AboutEnglish),
        Purposes = [.. TypedLines.Of(Purposes).Select(parts => new LocalText(parts[0], parts.ElementAtOrDefault(1) ?? ""))],
        Unneeded = new(Unneeded, UnneededEnglish),
        Audience = Audience,
        ValidDays = ValidDays,
        PromisedHours = PromisedHours,
        RetainYears = RetainYears,
        Size = Size,
        NeedsDutyStamp = NeedsDutyStamp,
        NeedsWetInk = NeedsWetInk,
        Classifications = [.. TypedLines.Of(Classifications).Select(parts => Read(parts, type))],
    };

    /// <summary>The first line of classifications with a day that is none.</summary>
    public string? MistakeInLines() => TypedLines.Of(Classifications).FirstOrDefault(parts => parts.Skip(2).Any(day => day.Length > 0 && ReadDay(day) is null)) is { } wrong ? string.Join(" | ", wrong) : null;

    /// <summary>What is noted of a code stays with it.</summary>
    static Classification Read(string[] parts, LetterType before)
    {
        var list = parts.ElementAtOrDefault(1) ?? "";
        var note = before.Classifications.FirstOrDefault(one => one.Code == parts[0] && one.List == list)?.Note;
        return new(parts[0], list, ReadDay(parts.ElementAtOrDefault(2) ?? ""), ReadDay(parts.ElementAtOrDefault(3) ?? "")) { Note = note };
    }

    static DateOnly? ReadDay(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Joined(params string[] parts) => string.Join($" {Between} ", parts).TrimEnd(' ', Between);
}
