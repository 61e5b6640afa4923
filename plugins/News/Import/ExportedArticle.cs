using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SmartKampung.News.Articles;

namespace SmartKampung.News.Import;

/// <summary>Makes an article of an entry: cleaned, with its pictures in the village's library.</summary>
sealed partial class ExportedArticle(ArticleEditor editor, IHtmlSanitizer sanitizer, Village village, TimeProvider clock)
{
    const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline;
    const int LongestBody = 200_000;
    const int MostPictures = 100;
    const int MostInGallery = 24;
    const int PictureWidth = 960;
    const int LongestSummary = 200;

    static readonly string[] NoCategory = ["uncategorized", "tak-berkategori", "tanpa-kategori"];

    /// <summary>The article, not saved; or null where its text is too long for one.</summary>
    public async Task<Article?> WriteAsync(WxrItem item, WxrHead head, OldPictures pictures, CancellationToken stop)
    {
        var title = Title(item);
        var body = sanitizer.Sanitize(Emptied(await BodyAsync(WordPressHtml.Of(item.Content), title, pictures, stop))).Value;
        if (item.IsTooLong || body.Length > LongestBody) return null;
        var category = item.Categories.FirstOrDefault(name => !NoCategory.Contains(Slug.Of(name))) ?? "";
        var attachment = pictures.Attachments.ByNumber(item.Thumbnail);
        var picture = attachment is null ? null : await pictures.TakeAsync(attachment.AttachmentUrl, attachment, AltOf(attachment, "", title), stop);
        var state = StateOf(item);
        return editor.Prepared(new Article
        {
            Title = title,
            Slug = "",
            Summary = Summary(item, body),
            Body = body,
            Category = Letters.Shorten(category, 60),
            Tags = ArticleEditor.Tags(item.Tags.Concat(item.Categories.Where(name => name != category && !NoCategory.Contains(Slug.Of(name))))),
            Author = Letters.Shorten(head.Authors.GetValueOrDefault(item.Creator) ?? item.Creator, 80),
            Media = picture?.Id,
            Picture = picture?.At(PictureWidth),
            Caption = picture is null ? "" : Letters.Shorten(Words(attachment!.Excerpt), 300),
            Gallery = await GalleryAsync(item, title, pictures, stop),
            State = state,
            PublishAt = TimeOf(item),
            ImportedFrom = ImportKey.Of(item, head.Site),
            OldAddresses = OldAddressesOf(item),
        });
    }

    /// <summary>The address that it would like to have.</summary>
    public static string WishOf(WxrItem item, Article article)
    {
        var wish = Slug.Of(Uri.UnescapeDataString(item.Name));
        if (wish.Length == 0) wish = Slug.Of(article.Title);
        return wish.Length > 0 ? wish : "berita";
    }

    static ArticleState StateOf(WxrItem item) => item.Status switch
    {
        // What not everybody could read is not for everybody here either.
        "publish" or "future" when item.HasPassword => ArticleState.Archived,
        "publish" or "future" => ArticleState.Published,
        "pending" => ArticleState.Review,
        "private" => ArticleState.Archived,
        _ => ArticleState.Draft,
    };

    static IReadOnlyList<string> OldAddressesOf(WxrItem item)
    {
        var number = item.Id.Length is > 0 and <= 12 && item.Id.All(char.IsAsciiDigit) ? OldAddress.OfNumber(item.Id) : null;
        var name = item.Name.Length > 0 ? OldAddress.Of("/" + Uri.UnescapeDataString(item.Name)) : null;
        return [.. new[] { OldAddress.Of(item.Link), number, name }.OfType<string>().Distinct()];
    }

    string Title(WxrItem item) => Words(item.Title) is { Length: > 0 } title ? Letters.Shorten(title, 160) : village.Name;

    string Words(string html) => sanitizer.PlainText(html).Trim();

    string Summary(WxrItem item, string body)
    {
        if (Words(item.Excerpt) is { Length: > 0 } excerpt) return Letters.Shorten(excerpt, 500);
        var text = Words(body);
        if (text.Length <= LongestSummary) return text;
        var end = text.LastIndexOf(' ', LongestSummary);
        return Letters.Shorten(text, end > 0 ? end : LongestSummary) + "…";
    }

    DateTimeOffset TimeOf(WxrItem item)
    {
        if (TryRead(item.DateGmt, out var time)) return new(time, TimeSpan.Zero);
        if (TryRead(item.Date, out time)) return village.TimeZone.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
        return DateTimeOffset.TryParse(item.Published, CultureInfo.InvariantCulture, out var told) && told.Year is > 1989 and < 2100 ? told : clock.GetUtcNow();
    }

    static bool TryRead(string text, out DateTime time) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time) && time.Year is > 1989 and < 2100;

    async Task<string> BodyAsync(string html, string title, OldPictures pictures, CancellationToken stop)
    {
        var (body, at, count) = (new StringBuilder(), 0, 0);
        foreach (Match match in WordPressHtml.Picture().Matches(html))
        {
            body.Append(html, at, match.Index - at);
            at = match.Index + match.Length;
            if (++count > MostPictures) continue;
            var placed = TextPicture.Of(match.Value);
            var attachment = pictures.Attachments.Of(placed);
            var alt = AltOf(attachment, placed.Alt, title);
            if (placed.Address.Length > 0 && await pictures.TakeAsync(placed.Address, attachment, alt, stop) is { } picture) body.Append(ElementOf(picture, alt));
        }

        return body.Append(html, at, html.Length - at).ToString();
    }

    static string ElementOf(MediaPicture picture, string alt)
    {
        var size = picture.Sizes[^1];
        return string.Create(CultureInfo.InvariantCulture, $"<img src=\"{picture.Address}\" alt=\"{WebUtility.HtmlEncode(alt)}\" width=\"{size.Width}\" height=\"{size.Height}\" loading=\"lazy\">");
    }

    /// <summary>What somebody wrote of it, the nearest first; the library does without no description.</summary>
    string AltOf(WxrItem? attachment, string written, string title)
    {
        string[] told = [written, attachment?.Alt ?? "", Words(attachment?.Excerpt ?? ""), attachment is { } named && named.Title.Contains(' ', StringComparison.Ordinal) ? Words(named.Title) : "", title];
        return Letters.Shorten(told.First(text => text.Length > 0), 250);
    }

    async Task<IReadOnlyList<GalleryPicture>> GalleryAsync(WxrItem item, string title, OldPictures pictures, CancellationToken stop)
    {
        var gallery = new List<GalleryPicture>();
        foreach (var number in WordPressHtml.GalleriesIn(item.Content).Take(MostInGallery))
            if (pictures.Attachments.ByNumber(number) is { } attachment && await pictures.TakeAsync(attachment.AttachmentUrl, attachment, AltOf(attachment, "", title), stop) is { } picture)
                gallery.Add(new(picture.Id, Letters.Shorten(Words(attachment.Excerpt), 300)));
        return gallery;
    }

    /// <summary>Frames and paragraphs whose picture could not be had go too.</summary>
    static string Emptied(string html) => EmptyParagraph().Replace(EmptyFigure().Replace(html, ""), "");

    [GeneratedRegex("<figure[^>]*>\\s*(?:<a[^>]*>\\s*</a>)?\\s*(?:<figcaption[^>]*>[^<]*</figcaption>)?\\s*</figure>", Plain)]
    private static partial Regex EmptyFigure();

    [GeneratedRegex("<p[^>]*>(?:\\s|&nbsp;|<br */?>)*</p>", Plain)]
    private static partial Regex EmptyParagraph();
}
