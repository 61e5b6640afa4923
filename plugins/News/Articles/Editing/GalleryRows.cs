using Microsoft.Extensions.Primitives;

namespace SmartKampung.News.Articles;

/// <summary>The pictures of a gallery as a form sends them: one choice and one caption a row; rows without a picture are left out.</summary>
static class GalleryRows
{
    public const int Most = 24;
    const int LongestCaption = 300;
    const int EmptyRows = 2;

    public static IReadOnlyList<GalleryPicture> Read(HttpRequest request)
    {
        var (pictures, captions) = (request.Form["gallery_picture"], request.Form["gallery_caption"]);
        return [.. Enumerable.Range(0, Math.Min(pictures.Count, Most)).Select(row => Read(pictures[row], At(captions, row))).OfType<GalleryPicture>()];
    }

    /// <summary>What the form shows: the rows that are filled, and some to fill.</summary>
    public static IReadOnlyList<GalleryRow> Shown(IReadOnlyList<GalleryPicture> gallery) =>
        [.. gallery.Select(picture => new GalleryRow($"{picture.Media}", picture.Caption)), .. Enumerable.Repeat(new GalleryRow("", ""), Math.Clamp(Most - gallery.Count, 0, EmptyRows))];

    static GalleryPicture? Read(string? picture, string caption) => Guid.TryParse(picture, out var id) ? new(id, Letters.Shorten(caption.Trim(), LongestCaption)) : null;

    static string At(StringValues values, int row) => row < values.Count ? values[row] ?? "" : "";
}

sealed record GalleryRow(string Picture, string Caption);
