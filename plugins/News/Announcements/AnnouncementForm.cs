namespace SmartKampung.News.Announcements;

/// <summary>An announcement as it is typed in the console.</summary>
sealed record AnnouncementForm
{
    [Required, StringLength(160), Display(Name = "announcement.title")]
    public string Title { get; init; } = "";

    [StringLength(1000), Display(Name = "announcement.text")]
    public string Text { get; init; } = "";

    [StringLength(500), Display(Name = "announcement.link")]
    public string Link { get; init; } = "";

    [PlausibleDate, Display(Name = "announcement.from")]
    public DateTimeOffset? From { get; init; }

    [Required, PlausibleDate, Display(Name = "announcement.until")]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The version that the writer began from.</summary>
    public int Version { get; init; }

    public static AnnouncementForm Of(Announcement announcement) => new()
    {
        Title = announcement.Title,
        Text = announcement.Text,
        Link = announcement.Link,
        From = announcement.From,
        Until = announcement.Until,
        Version = announcement.Version,
    };

    public AnnouncementDraft ToDraft() => new() { Title = Title, Text = Text, Link = Link, From = From, Until = Until };
}
