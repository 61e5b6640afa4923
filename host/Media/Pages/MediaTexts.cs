using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Media;

/// <summary>Texts and sizes as the library's pages tell them.</summary>
static class MediaTexts
{
    const decimal Megabyte = 1024 * 1024;
    const decimal Gigabyte = 1024;

    public static ITexts Of(HttpContext context, TextLibrary library) => library.For(PageOwner.Host.Id, context);

    public static string Refused(this ITexts texts, MediaRefusal refusal, MediaOptions limits) => texts[
        "media.refused." + Scriban.Runtime.StandardMemberRenamer.Rename(refusal.ToString()),
        Megabytes(limits.LargestPicture, texts.Language), Megabytes(limits.LargestDocument, texts.Language), NumberWriting.Number(limits.MostPixels / 1_000_000, texts.Language)];

    public static string Megabytes(long bytes, string language) => bytes < (long)(Gigabyte * Megabyte)
        ? NumberWriting.Number(Math.Round(bytes / Megabyte, 1), language) + " MB"
        : NumberWriting.Number(Math.Round(bytes / Megabyte / Gigabyte, 2), language) + " GB";

    public static string Size(long bytes, string language) =>
        bytes < (long)Megabyte ? NumberWriting.Number((bytes + 1023) / 1024, language) + " KB" : Megabytes(bytes, language);
}
