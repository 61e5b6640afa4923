using System.Globalization;
using System.Text.RegularExpressions;
using SmartKampung.Host.Home;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace SmartKampung.Tests.Host.Home;

public sealed partial class QrCodeTests
{
    const int PixelsPerModule = 4;

    [Theory]
    [InlineData("https://desa.example/tamansari-licin")]
    [InlineData("http://127.0.0.1:5000/genteng-kulon/en")]
    public void Drawn_code_reads_back_as_the_address(string address) => Assert.Equal(address, Read(QrCode.Svg(address)));

    static string? Read(string svg)
    {
        var modules = int.Parse(ViewBox().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture);
        var size = modules * PixelsPerModule;
        var pixels = new byte[size * size];
        Array.Fill(pixels, byte.MaxValue);
        var (x, y) = (0, 0);
        foreach (Match run in Run().Matches(svg))
        {
            (x, y) = run.Groups["left"].Success ? (Number(run, "left"), Number(run, "top")) : (x + Number(run, "gap"), y);
            Fill(pixels, size, x, y, Number(run, "length"));
            x += Number(run, "length");
        }

        var source = new RGBLuminanceSource(pixels, size, size, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)))?.Text;
    }

    static void Fill(byte[] pixels, int size, int x, int y, int length)
    {
        for (var row = y * PixelsPerModule; row < (y + 1) * PixelsPerModule; row++)
            Array.Clear(pixels, (row * size) + (x * PixelsPerModule), length * PixelsPerModule);
    }

    static int Number(Match run, string group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+)")]
    private static partial Regex ViewBox();

    [GeneratedRegex(@"(M(?<left>\d+) (?<top>\d+)\.5|m(?<gap>\d+) 0)h(?<length>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Run();
}
