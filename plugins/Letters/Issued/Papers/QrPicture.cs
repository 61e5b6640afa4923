using System.Globalization;
using System.Text;
using QRCoder;

namespace SmartKampung.Letters.Issued.Papers;

/// <summary>The QR code of a paper as an SVG of one path, quiet zone included.</summary>
static class QrPicture
{
    public static byte[] Svg(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{PathOf(code)}"/></svg>"""));
    }

    static string PathOf(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                var start = x;
                while (x < row.Length && row[x]) x++;
                if (x > start) path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h{start - x}z");
            }
        }

        return path.ToString();
    }
}
