using SkiaSharp;

namespace SmartKampung.Host.Media;

/// <summary>
/// Writes a picture anew in each width as WebP and JPEG, or PNG where it is transparent: upright, in sRGB, and without anything that a camera
/// noted beside it. Of a moving picture the first frame is kept.
/// </summary>
static class PictureWriter
{
    static readonly int[] Widths = [320, 640, 960, 1280, 1920];
    static readonly SKWebpEncoderOptions WebP = new(SKWebpEncoderCompression.Lossy, 80);
    static readonly SKJpegEncoderOptions Jpeg = new(82, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore);
    static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.Sub, 6);

    /// <param name="path">The upload.</param>
    /// <param name="files">Where the pictures are kept.</param>
    /// <param name="tell">Told how many percent are done.</param>
    /// <param name="stop">Cancels the work between two widths.</param>
    /// <exception cref="UnreadablePictureException">It can't be decoded to its end.</exception>
    public static async Task<WrittenPictures> WriteAsync(string path, IFileStore files, Action<int> tell, CancellationToken stop)
    {
        using var whole = PictureReader.Read(path, Widths[^1]);
        var isTransparent = IsTransparent(whole);
        var (sizes, length) = (new List<PictureSize>(), 0L);
        var widths = WidthsOf(whole.Width);
        foreach (var width in widths)
        {
            stop.ThrowIfCancellationRequested();
            using var picture = PictureReader.Scale(whole, width);
            var webP = await SaveAsync(picture, pixels => pixels.Encode(WebP), "webp");
            var file = isTransparent ? await SaveAsync(picture, pixels => pixels.Encode(Png), "png") : await SaveAsync(picture, pixels => pixels.Encode(Jpeg), "jpg");
            sizes.Add(new(picture.Width, picture.Height, webP, file));
            tell(100 * sizes.Count / widths.Length);
        }

        return new(sizes, length);

        async Task<string> SaveAsync(SKBitmap picture, Func<SKPixmap, SKData?> encode, string extension)
        {
            // Without a colour space no profile is written; pictures without one are sRGB.
            using var pixels = new SKPixmap(new SKImageInfo(picture.Width, picture.Height, picture.ColorType, picture.AlphaType), picture.GetPixels(), picture.RowBytes);
            using var data = encode(pixels) ?? throw new UnreadablePictureException();
            length += data.Size;
            await using var content = data.AsStream();
            return await files.SaveAsync(content, extension, stop);
        }
    }

    /// <summary>Never wider than the picture is; its own width stands for those that it does not reach.</summary>
    static int[] WidthsOf(int width) => [.. Widths.Where(wanted => wanted < width), Math.Min(width, Widths[^1])];

    static bool IsTransparent(SKBitmap bitmap)
    {
        if (bitmap.AlphaType == SKAlphaType.Opaque) return false;
        var pixels = bitmap.GetPixelSpan();
        for (var alpha = 3; alpha < pixels.Length; alpha += 4)
            if (pixels[alpha] != byte.MaxValue) return true;
        return false;
    }
}

/// <param name="Sizes">Smallest first.</param>
/// <param name="Length">Of all files, in bytes.</param>
sealed record WrittenPictures(IReadOnlyList<PictureSize> Sizes, long Length)
{
    public IReadOnlyList<string> Files { get; } = [.. Sizes.SelectMany(size => new[] { size.WebP, size.File }).Distinct()];
}

/// <summary>A picture can't be decoded.</summary>
sealed class UnreadablePictureException : Exception;
