using SkiaSharp;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Draws a picture upright and in the size of its use.</summary>
static class PictureDrawing
{
    static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    public static SKImage Draw(SKBitmap decoded, SKEncodedOrigin origin, PictureUse use)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var (cutWidth, cutHeight) = use.IsSquare ? (Math.Min(width, height), Math.Min(width, height)) : (width, height);
        var scale = Math.Min(1f, (float)use.Longest / Math.Max(cutWidth, cutHeight));
        var size = new SKImageInfo(Math.Max(1, (int)(cutWidth * scale)), Math.Max(1, (int)(cutHeight * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(size);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale(scale);
        surface.Canvas.Translate((cutWidth - width) / 2f, (cutHeight - height) / 2f);
        surface.Canvas.Concat(Upright(origin, decoded.Width, decoded.Height));
        using var picture = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(picture, 0, 0, Smooth);
        return surface.Snapshot();
    }

    /// <summary>EXIF's eight ways to hold a camera.</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
