using SkiaSharp;

namespace SmartKampung.Browser.Flows;

/// <summary>A photo of twelve megapixels, as a phone takes them.</summary>
static class PhonePhoto
{
    public static FilePayload Take()
    {
        using var bitmap = new SKBitmap(4000, 3000);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.SkyBlue);
            using var field = new SKPaint { Color = SKColors.ForestGreen };
            for (var row = 0; row < 30; row++) canvas.DrawOval(row * 137 % 4000, 1500 + row * 50, 900, 60, field);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return new() { Name = "panen raya.jpg", MimeType = "image/jpeg", Buffer = data.ToArray() };
    }
}
