using Microsoft.Extensions.Options;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>The library as a grid, with the way to add to it.</summary>
static class ShowLibrary
{
    public const string Path = "/kelola/media";

    public static Task<Page> HandleAsync(
        HttpContext context, string? cari, Guid? folder, string? jenis, string? halaman, LibraryPage library, CancellationToken stop) =>
        library.ViewAsync(context, Wanted.Of(cari, folder, jenis, halaman), Form.Empty<Description>(), stop);
}

/// <summary>Makes the library's page.</summary>
sealed class LibraryPage(MediaShelves shelves, MediaDocuments documents, MediaTotals totals, IOptions<MediaOptions> options)
{
    public async Task<Page> ViewAsync(HttpContext context, Wanted wanted, Form<Description> form, CancellationToken stop)
    {
        var (village, language) = (PresentVillage.Of(context)!.Id, RequestLanguage.Of(context));
        var shelf = await shelves.LookAsync(village, wanted, AddressBook.Of(context), stop);
        if (wanted.Page > 1 && shelf.Items.Count == 0) return Page.NotFound();
        var room = await totals.OfAsync(village, stop);
        return Page.View("console-media", new
        {
            shelf,
            words = wanted.Words ?? "",
            folder = wanted.Folder,
            kind = KindOf(wanted),
            pages_path = AddressOf(wanted) + "halaman=",
            is_narrowed = wanted.Words is not null || wanted.Folder is not null || wanted.IsPicture is not null,
            used = MediaTexts.Megabytes(room.Used, language),
            limit = MediaTexts.Megabytes(room.Limit, language),
            left = MediaTexts.Megabytes(room.Left, language),
            largest_picture = MediaTexts.Megabytes(options.Value.LargestPicture, language),
            largest_document = MediaTexts.Megabytes(options.Value.LargestDocument, language),
            missing = await NeedingAlt(documents.OpenSession(village)).CountAsync(stop),
            may_change = Rights.HoldsToChange(context, HostPermissions.Media),
        }, form);
    }

    /// <summary>Pictures of which nobody has said yet what they show.</summary>
    public static IDocumentQuery<MediaItem> NeedingAlt(IDocumentSession session) =>
        session.Query<MediaItem>().Where(item => !item.IsRemoved && item.IsPicture && !item.IsDecorative && item.Alt == "" && item.Failure == null);

    static string KindOf(Wanted wanted) => wanted.IsPicture switch { true => "gambar", false => "dokumen", _ => "" };

    static string AddressOf(Wanted wanted) =>
        $"{ShowLibrary.Path}?cari={Uri.EscapeDataString(wanted.Words ?? "")}&folder={wanted.Folder}&jenis={KindOf(wanted)}&";
}
