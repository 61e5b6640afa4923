using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace SmartKampung.Tests.Plugins.Letters.Issued;

/// <summary>Reads the QR code of a PDF from the picture of its first page, as a phone does from paper.</summary>
static class QrOnPage
{
    /// <summary>A phone looks more than once too, from nearer.</summary>
    public static async Task<string?> ReadAsync(byte[] pdf) => await ReadAsync(pdf, dotsPerInch: 200) ?? await ReadAsync(pdf, dotsPerInch: 300);

    static async Task<string?> ReadAsync(byte[] pdf, int dotsPerInch)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.Combine("paper.pdf"), pdf);
        using var process = Process.Start("pdftoppm", ["-r", $"{dotsPerInch}", "-gray", "-singlefile", "-l", "1", folder.Combine("paper.pdf"), folder.Combine("page")]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return Decode(await File.ReadAllBytesAsync(folder.Combine("page.pgm")));
    }

    static string? Decode(byte[] picture)
    {
        var head = Encoding.ASCII.GetString(picture, 0, 40).Split((char[])[' ', '\n']);
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        var source = new RGBLuminanceSource(picture[^(width * height)..], width, height, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true })?.Text;
    }
}
