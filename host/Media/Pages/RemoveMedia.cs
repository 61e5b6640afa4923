using SmartKampung.Host.Consoles;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>Removes an item after telling where it will be missing.</summary>
static class RemoveMedia
{
    public static async Task<Page> AskAsync(Guid id, HttpContext context, MediaDocuments documents, MediaShelves shelves, MediaUses uses, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!;
        if (await documents.OpenSession(village.Id).LoadAsync<MediaItem>(id, stop) is not { IsRemoved: false } item) return Page.NotFound();
        return Page.View("console-media-off", new
        {
            card = shelves.CardOf(item, AddressBook.Of(context)),
            uses = await uses.OfAsync(item, village, RequestLanguage.Of(context), stop),
        }, Form.Empty<Confirmation>());
    }

    public static async Task<Page> HandleAsync(Guid id, HttpContext context, MediaDocuments documents, PrepareMedia prepare, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!.Id;
        if (await documents.ChangeAsync(village, id, item => item with { IsRemoved = true, IsReady = false, Hash = null }, stop) is null) return Page.NotFound();
        prepare.Look(village);
        return Page.SeeOther(ShowLibrary.Path, message: "media.removed");
    }
}
