using System.Text;
using PdfSharp.Pdf;

namespace SmartKampung.Host.Papers;

/// <summary>What of a PDF a signature covers: all from its beginning but the signature itself, up to an end.</summary>
/// <param name="Content">What was signed.</param>
/// <param name="Signature">The signature, as it stands in the gap.</param>
/// <param name="End">Where what is covered ends.</param>
sealed record SignedRange(byte[] Content, byte[] Signature, int End)
{
    /// <summary>Null where anything but a signature is left out: such a one says nothing.</summary>
    public static SignedRange? Of(byte[] pdf, PdfArray? range)
    {
        if (range is not { Elements.Count: 4 }) return null;
        var (start, first, second, length) = (range.Elements.GetInteger(0), range.Elements.GetInteger(1), range.Elements.GetInteger(2), range.Elements.GetInteger(3));
        if (start != 0 || first <= 0 || second <= first + 2 || length < 0 || (long)second + length > pdf.Length) return null;
        return HexIn(pdf.AsSpan(first, second - first)) is { } signature ? new([.. pdf.AsSpan(0, first), .. pdf.AsSpan(second, length)], signature, second + length) : null;
    }

    static byte[]? HexIn(ReadOnlySpan<byte> gap)
    {
        if (gap[0] != '<' || gap[^1] != '>' || gap.Length % 2 != 0) return null;
        var hex = Encoding.Latin1.GetString(gap[1..^1]);
        return hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
    }
}
