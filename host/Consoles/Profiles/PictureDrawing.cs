using SkiaSharp;
using SmartKampung.Host.Media;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Draws a picture upright and in the size of its use.</summary>
static class PictureDrawing
{
    static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    public static SKImage Draw(SKBitmap decoded, SKEncodedOrigin origin, PictureUse use)
    {
        var (width, height) = Orientation.IsTurned(origin) ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var (cutWidth, cutHeight) = use.IsSquare ? (Math.Min(width, height), Math.Min(width, height)) : (width, height);
        var scale = Math.Min(1f, (float)use.Longest / Math.Max(cutWidth, cutHeight));
        var size = new SKImageInfo(Math.Max(1, (int)(cutWidth * scale)), Math.Max(1, (int)(cutHeight * scale)), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(size);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale(scale);
        surface.Canvas.Translate((cutWidth - width) / 2f, (cutHeight - height) / 2f);
        surface.Canvas.Concat(Orientation.Upright(origin, width, height));
        using var picture = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(picture, 0, 0, Smooth);
        return surface.Snapshot();
    }
}
