using Microsoft.Extensions.Options;
using SkiaSharp;

namespace SmartKampung.Host.Media;

/// <summary>Says what an uploaded file is, or why it is not taken. Nothing of it is decoded or unpacked on the way but names and sizes.</summary>
sealed class InspectFile(IOptions<MediaOptions> options)
{
    // Longer sides than any camera's, and what WebP can't hold.
    const int LongestSide = 16_000;

    readonly MediaOptions limits = options.Value;

    /// <param name="path">The whole upload.</param>
    /// <param name="name">The name that it was sent with.</param>
    /// <param name="stop">Cancels the reading.</param>
    public async Task<Inspection> RunAsync(string path, string name, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        var bytes = new byte[FileSignatures.Length];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return FileSignatures.Of(bytes.AsSpan(0, length)) switch
        {
            FileSignature.Picture => file.Length > limits.LargestPicture ? Inspection.Refused(MediaRefusal.TooLarge) : Picture(path),
            FileSignature.Heic => Inspection.Refused(MediaRefusal.Heic),
            FileSignature.Svg => Inspection.Refused(MediaRefusal.Svg),
            FileSignature.Unknown => Inspection.Refused(MediaRefusal.WrongKind),
            _ when file.Length > limits.LargestDocument => Inspection.Refused(MediaRefusal.TooLarge),
            FileSignature.Pdf => await PdfFile.InspectAsync(file, stop),
            FileSignature.Zip => await OfficeFile.InspectAsync(file, stop),
            _ => await TextFile.InspectAsync(file, name, stop),
        };
    }

    Inspection Picture(string path)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1) return Inspection.Refused(MediaRefusal.Broken);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > limits.MostPixels || Math.Max(width, height) > LongestSide) return Inspection.Refused(MediaRefusal.TooManyPixels);
        return codec.EncodedFormat switch
        {
            SKEncodedImageFormat.Jpeg => Inspection.OfPicture("jpg"),
            SKEncodedImageFormat.Png => Inspection.OfPicture("png"),
            SKEncodedImageFormat.Gif => Inspection.OfPicture("gif"),
            SKEncodedImageFormat.Webp => Inspection.OfPicture("webp"),
            _ => Inspection.Refused(MediaRefusal.WrongKind),
        };
    }
}

/// <summary>What a file is.</summary>
/// <param name="Extension">Its true extension; empty where it is refused.</param>
/// <param name="IsPicture">Whether it is a picture, else a document.</param>
/// <param name="Refusal">Why it is not taken, or null.</param>
sealed record Inspection(string Extension, bool IsPicture, MediaRefusal? Refusal)
{
    public static Inspection OfPicture(string extension) => new(extension, IsPicture: true, null);

    public static Inspection OfDocument(string extension) => new(extension, IsPicture: false, null);

    public static Inspection Refused(MediaRefusal refusal) => new("", IsPicture: false, refusal);
}
