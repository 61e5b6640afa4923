using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>One item: how it looks, what is said of it, where it is used.</summary>
static class ShowMedia
{
    public static async Task<Page> HandleAsync(Guid id, HttpContext context, MediaPage page, CancellationToken stop) => await page.ViewAsync(id, context, null, stop);

    /// <summary>For scripts that wait for a picture: whether it is ready, and its sizes once it is.</summary>
    public static async Task<IResult> TellAsync(Guid id, HttpContext context, MediaDocuments documents, Preparations preparations, CancellationToken stop)
    {
        if (await documents.OpenSession(PresentVillage.Of(context)!.Id).LoadAsync<MediaItem>(id, stop) is not { IsRemoved: false } item) return Results.NotFound();
        var addresses = AddressBook.Of(context);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new
        {
            item.Id,
            item.Name,
            item.Alt,
            item.IsReady,
            item.NeedsAlt,
            isBroken = item.Failure is not null,
            percent = item.Waiting is null ? 100 : preparations.Of(item.Id),
            address = ModuleMedia.AddressOf(item.Id, addresses),
            sizes = item.Sizes.Select(size => new { size.Width, size.Height, webP = addresses.File(size.WebP), plain = addresses.File(size.File) }).ToArray(),
        }, ApiJson.Options);
    }
}

/// <summary>Makes the page of one item.</summary>
sealed class MediaPage(MediaDocuments documents, MediaShelves shelves, MediaUses uses)
{
    /// <param name="id">The item's.</param>
    /// <param name="context">The request.</param>
    /// <param name="form">What was filled in wrongly, or null.</param>
    /// <param name="stop">Cancels the reading.</param>
    public async Task<Page> ViewAsync(Guid id, HttpContext context, Form? form, CancellationToken stop)
    {
        var (village, language) = (PresentVillage.Of(context)!, RequestLanguage.Of(context));
        var session = documents.OpenSession(village.Id);
        if (await session.LoadAsync<MediaItem>(id, stop) is not { IsRemoved: false } item) return Page.NotFound();
        return Page.View("console-media-item", new
        {
            card = shelves.CardOf(item, AddressBook.Of(context)),
            size = MediaTexts.Size(item.Length, language),
            folders = await FoldersAsync(session, stop),
            uses = await uses.OfAsync(item, village, language, stop),
            may_change = Rights.HoldsToChange(context, HostPermissions.Media),
        }, form ?? Form.Of(new Description(item.Alt, item.IsDecorative, item.Folder)));
    }

    public static async Task<FieldOption[]> FoldersAsync(IDocumentSession session, CancellationToken stop) =>
        [.. (await session.Query<MediaFolder>().OrderBy(folder => folder.Name).ToListAsync(stop)).Select(folder => new FieldOption(folder.Id.ToString(), folder.Name))];
}
