namespace SmartKampung.Letters.Types;

/// <summary>
/// A kind of letter, whole: what is asked, who decides, what is printed. It is plain data: one JSON file in <c>catalogue</c> (the body beside it as
/// <c>SLUG.html</c>), what a village changed as a document, and the file that goes from village to village.
/// </summary>
public sealed record LetterType
{
    /// <summary>Names it in addresses, such as <c>domisili</c>.</summary>
    public required string Slug { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>What it is good for, in a sentence.</summary>
    public LocalText About { get; init; } = LocalText.Empty;

    /// <summary>What people come for, as they say it: "buka rekening". Found by the search.</summary>
    public IReadOnlyList<LocalText> Purposes { get; init; } = [];

    /// <summary>Who doesn't need it, and why; empty where everybody who asks may need it.</summary>
    public LocalText Unneeded { get; init; } = LocalText.Empty;

    public Audience Audience { get; init; }

    public IReadOnlyList<LetterField> Fields { get; init; } = [];

    public IReadOnlyList<RequiredDocument> Documents { get; init; } = [];

    /// <summary>What is printed between letterhead and signature: a Scriban template over <c>subject</c>, <c>answers</c>, <c>village</c> and <c>letter</c>.</summary>
    public string Body { get; init; } = "";

    /// <summary>From asking to the finished letter, in order. At least one signs.</summary>
    public IReadOnlyList<LetterStep> Steps { get; init; } = [];

    /// <summary>Classification codes with the lists that they are of, since public lists disagree and change.</summary>
    public IReadOnlyList<Classification> Classifications { get; init; } = [];

    /// <summary>How long it is valid after the signing; null without end.</summary>
    public int? ValidDays { get; init; }

    /// <summary>Whether it needs a duty stamp (meterai), which is put on by hand.</summary>
    public bool NeedsDutyStamp { get; init; }

    /// <summary>Whether whom it is for demands ink and seal: it is collected at the office.</summary>
    public bool NeedsWetInk { get; init; }

    /// <summary>The working hours that the village promises.</summary>
    public int PromisedHours { get; init; } = 24;

    /// <summary>The years after which it may be destroyed; null keeps it.</summary>
    public int? RetainYears { get; init; } = 5;

    public PaperSize Size { get; init; }

    /// <summary>Whether it is offered; staff can issue others at the counter no more than residents.</summary>
    public bool IsOffered { get; init; } = true;
}

/// <summary>Who may ask for it.</summary>
public enum Audience
{
    /// <summary>Residents for themselves.</summary>
    Self,

    /// <summary>Residents for themselves or someone of their family card.</summary>
    Family,

    /// <summary>Staff alone, at the counter.</summary>
    Staff,
}

/// <summary>A classification code of a list.</summary>
/// <param name="Code">Such as <c>470</c> or <c>400.12.2.1</c>.</param>
/// <param name="List">The list, such as <c>Permendagri 83/2022</c>.</param>
/// <param name="From">The first day on which it is used; null since ever.</param>
/// <param name="Until">The last day; null without end.</param>
/// <param name="Note">What is known of it, such as its meaning in the list or that it is unconfirmed.</param>
public sealed record Classification(string Code, string List = "", DateOnly? From = null, DateOnly? Until = null, LocalText? Note = null);

/// <summary>A paper that is photographed or scanned.</summary>
/// <param name="Key">Names it in the type, such as <c>ktp</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="IsRequired">Whether the letter can't be asked for without it.</param>
/// <param name="When">The answer that makes it necessary; null always.</param>
public sealed record RequiredDocument(string Key, LocalText Label, bool IsRequired = true, FieldCondition? When = null);
