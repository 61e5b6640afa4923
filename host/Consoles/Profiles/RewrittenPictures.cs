using SkiaSharp;
using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Decodes a picture and writes it anew: upright, no larger than its use needs, without what cameras and strangers put beside it.</summary>
sealed class RewrittenPictures(FileStore files) : IUploadedPictures
{
    const int LargestFile = 8 * 1024 * 1024;
    const long MostPixels = 50_000_000;
    const int Quality = 82;

    public async Task<TakenPicture> TakeAsync(Village village, IFormFile sent, PictureUse use, CancellationToken stop)
    {
        if (sent.Length > LargestFile) return new(null, "picture.too_large");
        using var copy = new MemoryStream();
        await sent.CopyToAsync(copy, stop);
        copy.Position = 0;
        using var codec = SKCodec.Create(copy);
        if (MistakeIn(codec) is { } mistake) return new(null, mistake);
        using var decoded = SKBitmap.Decode(codec);
        if (decoded is null) return new(null, "picture.broken");
        return new(await KeepAsync(village, decoded, codec, use, stop), null);
    }

    /// <summary>Before a single pixel is decoded.</summary>
    static string? MistakeIn(SKCodec? codec)
    {
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)) return "picture.wrong_kind";
        return (long)codec.Info.Width * codec.Info.Height > MostPixels ? "picture.too_many_pixels" : null;
    }

    async Task<StoredPicture> KeepAsync(Village village, SKBitmap decoded, SKCodec codec, PictureUse use, CancellationToken stop)
    {
        using var drawn = PictureDrawing.Draw(decoded, codec.EncodedOrigin, use);
        var (format, extension) = codec.EncodedFormat is SKEncodedImageFormat.Jpeg ? (SKEncodedImageFormat.Jpeg, "jpg") : codec.EncodedFormat is SKEncodedImageFormat.Png ? (SKEncodedImageFormat.Png, "png") : (SKEncodedImageFormat.Webp, "webp");
        using var written = drawn.Encode(format, Quality);
        await using var content = written.AsStream();
        var file = await files.For(Partition.OfVillage(village.Id)).SaveAsync(content, extension, stop);
        return new(file, "", drawn.Width, drawn.Height);
    }
}
