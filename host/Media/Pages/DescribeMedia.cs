using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>Says what a picture shows, and where an item belongs.</summary>
static class DescribeMedia
{
    /// <summary>The oldest picture of which nobody has said yet what it shows, and then the next one.</summary>
    public static async Task<Page> ShowNextAsync(HttpContext context, MediaDocuments documents, MediaShelves shelves, CancellationToken stop)
    {
        var session = documents.OpenSession(PresentVillage.Of(context)!.Id);
        var missing = LibraryPage.NeedingAlt(session);
        if (await missing.OrderBy(item => item.AddedAt).FirstOrDefaultAsync(stop) is not { } item) return Page.SeeOther(ShowLibrary.Path);
        return Page.View("console-media-describe", new
        {
            card = shelves.CardOf(item, AddressBook.Of(context)),
            folders = await MediaPage.FoldersAsync(session, stop),
            left = await missing.CountAsync(stop),
        }, Form.Of(new Description(item.Alt, item.IsDecorative, item.Folder)));
    }

    public static async Task<Page> HandleAsync(
        Guid id, Form<Description> form, HttpContext context, MediaDocuments documents, MediaPage page, TextLibrary texts, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!.Id;
        var session = documents.OpenSession(village);
        if (await session.LoadAsync<MediaItem>(id, stop) is not { IsRemoved: false } item) return Page.NotFound();
        if (form.IsValid && !Characters.AreText(form.Value.Alt ?? "")) form.AddError(nameof(Description.Alt), MediaTexts.Of(context, texts)["validation.characters"]);
        if (form.IsValid && item.IsPicture && form.Value is { IsDecorative: false, Alt: null or "" }) form.AddError(nameof(Description.Alt), MediaTexts.Of(context, texts)["media.alt.missing"]);
        if (form.IsValid && form.Value.Folder is { } folder && await session.LoadAsync<MediaFolder>(folder, stop) is null) form.AddError(nameof(Description.Folder), MediaTexts.Of(context, texts)["media.folder.gone"]);
        if (!form.IsValid) return await page.ViewAsync(id, context, form, stop);
        await documents.ChangeAsync(village, id, present => With(present, form.Value), stop);
        return Page.SeeOther(IsOneOfMany(context) ? ShowLibrary.Path + "/lengkapi" : $"{ShowLibrary.Path}/{id}", message: "media.saved");
    }

    static MediaItem With(MediaItem item, Description said) =>
        item with { Alt = said.IsDecorative ? "" : said.Alt ?? "", IsDecorative = item.IsPicture && said.IsDecorative, Folder = said.Folder };

    /// <summary>Whether the form stood on the page that asks for one picture after the other.</summary>
    static bool IsOneOfMany(HttpContext context) => context.Request.Query.ContainsKey("berikut");
}
