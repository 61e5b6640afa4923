using SmartKampung.Letters.Types;

namespace SmartKampung.Letters.Issued.Papers;

/// <summary>Makes the PDF of a letter: letterhead, title and number, the type's body, signatures, QR code and note.</summary>
sealed class LetterPaper(IPapers papers, IFileStore files, Village village)
{
    const string Head = "{{ include \"letter-head\" }}";
    const string Foot = "{{ include \"letter-foot\" }}";
    const string Qr = "qr.svg";

    static readonly string[] Drawable = [".png", ".jpg", ".jpeg", ".svg"];

    /// <param name="type">The type whose body it is.</param>
    /// <param name="model">What it is written from.</param>
    /// <param name="qr">What the QR code says.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="PaperTextException">The body is wrong; line and column are the body's.</exception>
    /// <exception cref="PaperException">It can't be made.</exception>
    public async Task<byte[]> MakeAsync(LetterType type, LetterModel model, string qr, CancellationToken stop)
    {
        var pictures = new Dictionary<string, byte[]> { [Qr] = QrPicture.Svg(qr) };
        var emblem = await AddEmblemAsync(pictures, stop);
        var layout = new PaperLayout($"{model.Letter.Title} {model.Letter.Number}") { Size = type.Size, Pictures = pictures };
        try
        {
            return await papers.MakeFromTextAsync(Head + type.Body + Foot, model with { Qr = Qr, Emblem = emblem, HasHeading = HasHeading(type.Body) }, layout, stop);
        }
        catch (PaperTextException mistake) when (mistake.Line == 1)
        {
            throw new PaperTextException(1, Math.Max(1, mistake.Column - Head.Length), mistake.Reason, mistake);
        }
    }

    static bool HasHeading(string body) => body.Contains("<h1", StringComparison.OrdinalIgnoreCase);

    async Task<string> AddEmblemAsync(Dictionary<string, byte[]> pictures, CancellationToken stop)
    {
        var file = village.Profile.Emblem;
        var extension = Path.GetExtension(file);
        if (!Drawable.Contains(extension) || await files.OpenAsync(file, stop) is not { } stream) return "";
        await using (stream)
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, stop);
            pictures["emblem" + extension] = copy.ToArray();
        }

        return "emblem" + extension;
    }
}
