using Microsoft.Extensions.Options;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>Puts another file into an item's place: the address in texts stays, and all that shows the item shows the new file once it is ready.</summary>
static class ReplaceMedia
{
    public static async Task<Page> HandleAsync(
        Guid id, HttpContext context, ReceiveFiles receive, KeepFile keep, MediaDocuments documents, MediaPage page, TextLibrary texts, IOptions<MediaOptions> options, CancellationToken stop)
    {
        var village = PresentVillage.Of(context)!.Id;
        using var received = await receive.ReadAsync(context, village, stop);
        if (await documents.OpenSession(village).LoadAsync<MediaItem>(id, stop) is not { IsRemoved: false } item) return Page.NotFound();
        var words = MediaTexts.Of(context, texts);
        var problem = words["media.no_file"];
        if (received.Files is [var file])
        {
            var kept = await keep.ReplaceAsync(village, item, file, stop);
            if (kept.Refusal is not { } refusal) return Page.SeeOther($"{ShowLibrary.Path}/{id}", message: "media.replaced");
            problem = words.Refused(refusal, options.Value);
        }

        var form = new Form<Description>(new(item.Alt, item.IsDecorative, item.Folder), isFilled: false, new Dictionary<string, string>());
        form.AddError("file", problem);
        return await page.ViewAsync(id, context, form, stop);
    }
}
