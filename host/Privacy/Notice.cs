using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Settings;

namespace SmartKampung.Host.Privacy;

/// <summary>What a village, or the regency, adds to its privacy notice in its own words; the rest is made from what is really kept.</summary>
sealed record Notice : Document, IScoped
{
    public required string Scope { get; init; }

    public LocalText Text { get; init; } = new("", "");

    /// <summary>Whom to ask.</summary>
    public string Contact { get; init; } = "";

    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>The same as it is typed.</summary>
sealed record NoticeForm(
    [StringLength(10_000), Display(Name = "privacy.edit.text")] string Text,
    [StringLength(10_000), Display(Name = "privacy.edit.text_en")] string TextEn,
    [StringLength(500), Display(Name = "privacy.edit.contact")] string Contact)
{
    public static NoticeForm Of(Notice notice) => new(notice.Text.Indonesian, notice.Text.English, notice.Contact);
}
