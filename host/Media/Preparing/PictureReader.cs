using SkiaSharp;

namespace SmartKampung.Host.Media;

/// <summary>Decodes a picture no larger than it will be shown, upright and in sRGB.</summary>
static class PictureReader
{
    // JPEG is decoded in eighths of its size for a fraction of the memory.
    const float Parts = 8;

    static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <exception cref="UnreadablePictureException">It is broken, or ends before its end.</exception>
    public static SKBitmap Read(string path, int widest)
    {
        using var codec = SKCodec.Create(path) ?? throw new UnreadablePictureException();
        var isTurned = Orientation.IsTurned(codec.EncodedOrigin);
        var width = isTurned ? codec.Info.Height : codec.Info.Width;
        var share = Math.Min(1f, (float)widest / width);
        using var decoded = Decode(codec, MathF.Ceiling(share * Parts) / Parts);
        using var small = Scale(decoded, Math.Max(1, (int)MathF.Round(codec.Info.Width * share)));
        return Upright(small, codec.EncodedOrigin, isTurned);
    }

    /// <summary>The picture in another width; its own is a copy.</summary>
    public static SKBitmap Scale(SKBitmap bitmap, int width)
    {
        if (width >= bitmap.Width) return bitmap.Copy();
        var height = Math.Max(1, (int)Math.Round((double)bitmap.Height * width / bitmap.Width));
        return bitmap.Resize(bitmap.Info.WithSize(width, height), Smooth) ?? throw new UnreadablePictureException();
    }

    static SKBitmap Decode(SKCodec codec, float share)
    {
        var size = codec.GetScaledDimensions(share);
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw new UnreadablePictureException();
    }

    static SKBitmap Upright(SKBitmap bitmap, SKEncodedOrigin origin, bool isTurned)
    {
        if (origin is SKEncodedOrigin.TopLeft) return bitmap.Copy();
        var (width, height) = isTurned ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        var upright = new SKBitmap(bitmap.Info.WithSize(width, height));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(Orientation.Upright(origin, width, height));
        canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
        return upright;
    }
}
