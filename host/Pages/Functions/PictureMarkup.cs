using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>Writes a picture with its size and alt text, so that nothing jumps while it loads; one of the library in each of its widths.</summary>
static class PictureMarkup
{
    const int Fallback = 960;
    const string WholeWidth = "100vw";

    public static void AddTo(Scriban.Runtime.ScriptObject functions) => functions.Add("picture", new TemplateFunction(call => Write(call)));

    /// <summary>What <c>share</c>, <c>file</c> and <c>picture</c> take for a picture, as one file.</summary>
    public static StoredPicture? FileOf(object? value, int width = Fallback) => value switch
    {
        StoredPicture stored => stored,
        _ => MediaOf(value)?.At(width),
    };

    static MediaPicture? MediaOf(object? value) => value switch
    {
        MediaPicture media => media,
        VillagePicture { Sizes.Count: > 0 } picture => new(picture.Media ?? Guid.Empty, picture.Alt, "", picture.Sizes),
        _ => null,
    };

    static Html? Write(Arguments call)
    {
        if (FileOf(call[0]) is not { } file) return null;
        return new Html(MediaOf(call[0]) is { Sizes.Count: > 1 } media ? InWidths(call, media, file) : Image(call, file, ""));
    }

    static string InWidths(Arguments call, MediaPicture media, StoredPicture file)
    {
        var sizes = call.NamedText("sizes") is { Length: > 0 } named ? HtmlEscaping.Escape(named) : WholeWidth;
        var webP = Sources(call, media, size => size.WebP);
        var plain = Sources(call, media, size => size.File);
        return $"<picture><source type=\"image/webp\" srcset=\"{webP}\" sizes=\"{sizes}\">{Image(call, file, $" srcset=\"{plain}\" sizes=\"{sizes}\"")}</picture>";
    }

    static string Sources(Arguments call, MediaPicture media, Func<PictureSize, string> file)
    {
        var list = new StringBuilder();
        foreach (var size in media.Sizes)
            list.Append(list.Length > 0 ? ", " : "").Append(HtmlEscaping.Escape(call.Request.Addresses.File(file(size)))).Append(' ').Append(NumberWriting.Plain(size.Width)).Append('w');
        return list.ToString();
    }

    static string Image(Arguments call, StoredPicture picture, string sources)
    {
        var kind = call.NamedText("class");
        var style = kind.Length > 0 ? $" class=\"{HtmlEscaping.Escape(kind)}\"" : "";
        var loading = call.NamedFlag("eager") ? "" : " loading=\"lazy\"";
        var address = HtmlEscaping.Escape(call.Request.Addresses.File(picture.File));
        return $"<img src=\"{address}\"{sources} alt=\"{HtmlEscaping.Escape(picture.Alt)}\" width=\"{picture.Width}\" height=\"{picture.Height}\"{style}{loading}>";
    }
}
