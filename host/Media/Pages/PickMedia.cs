using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>What scripts show to choose from: the part of the page that says data-picks, each item with its id, address and description.</summary>
static class PickMedia
{
    public static async Task<Page> HandleAsync(HttpContext context, string? cari, string? jenis, string? halaman, MediaShelves shelves, CancellationToken stop)
    {
        var wanted = Wanted.Of(cari, null, jenis is "dokumen" ? jenis : "gambar", halaman, onlyComplete: true);
        var shelf = await shelves.LookAsync(PresentVillage.Of(context)!.Id, wanted, AddressBook.Of(context), stop);
        var kind = wanted.IsPicture is true ? "gambar" : "dokumen";
        return Page.View("console-media-pick", new
        {
            shelf,
            words = wanted.Words ?? "",
            kind,
            pages_path = $"{ShowLibrary.Path}/pilih?jenis={kind}&cari={Uri.EscapeDataString(wanted.Words ?? "")}&halaman=",
        });
    }
}
