using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>The library's folders: made, renamed, and removed once they are empty.</summary>
static class ManageFolders
{
    const string Path = ShowLibrary.Path + "/folder";

    public static void MapFolders(this IEndpointRouteBuilder media)
    {
        media.MapGet("/folder", (HttpContext context, MediaDocuments documents, CancellationToken stop) => ViewAsync(context, documents, Form.Empty<FolderName>(), stop));
        media.MapPost("/folder", AddAsync);
        media.MapPost("/folder/{id:guid}", RenameAsync);
        media.MapPost("/folder/{id:guid}/hapus", RemoveAsync);
    }

    static Task<Page> AddAsync(Form<FolderName> form, HttpContext context, MediaDocuments documents, TextLibrary texts, CancellationToken stop) =>
        SaveAsync(form, _ => Task.FromResult<MediaFolder?>(new() { Name = form.Value.Name }), "media.folder.made", context, documents, texts, stop);

    static Task<Page> RenameAsync(Guid id, Form<FolderName> form, HttpContext context, MediaDocuments documents, TextLibrary texts, CancellationToken stop) =>
        SaveAsync(form, async session => await session.LoadAsync<MediaFolder>(id, stop) is { } folder ? folder with { Name = form.Value.Name } : null, "media.folder.renamed", context, documents, texts, stop);

    static async Task<Page> SaveAsync(
        Form<FolderName> form, Func<IDocumentSession, Task<MediaFolder?>> make, string message, HttpContext context, MediaDocuments documents, TextLibrary texts, CancellationToken stop)
    {
        if (form.IsValid && !Characters.AreName(form.Value.Name)) form.AddError(nameof(FolderName.Name), MediaTexts.Of(context, texts)["validation.characters"]);
        if (!form.IsValid) return await ViewAsync(context, documents, form, stop);
        var session = documents.OpenSession(PresentVillage.Of(context)!.Id);
        if (await make(session) is not { } folder) return Page.NotFound();
        session.Store(folder);
        try
        {
            await session.SaveChangesAsync(stop);
            return Page.SeeOther(Path, message: message);
        }
        catch (DuplicateException)
        {
            form.AddError(nameof(FolderName.Name), MediaTexts.Of(context, texts)["media.folder.taken"]);
            return await ViewAsync(context, documents, form, stop);
        }
    }

    /// <summary>What was put into the folder meanwhile shows among all others again.</summary>
    static async Task<Page> RemoveAsync(Guid id, HttpContext context, MediaDocuments documents, TextLibrary texts, CancellationToken stop)
    {
        var session = documents.OpenSession(PresentVillage.Of(context)!.Id);
        if (await session.LoadAsync<MediaFolder>(id, stop) is not { } folder) return Page.NotFound();
        if (await session.Query<MediaItem>().Where(item => item.Folder == id && !item.IsRemoved).AnyAsync(stop))
        {
            var form = new Form<FolderName>(null, isFilled: true, new Dictionary<string, string>());
            form.AddError("", MediaTexts.Of(context, texts)["media.folder.not_empty", folder.Name]);
            return await ViewAsync(context, documents, form, stop);
        }

        session.Delete(folder);
        await session.SaveChangesAsync(stop);
        return Page.SeeOther(Path, message: "media.folder.removed");
    }

    static async Task<Page> ViewAsync(HttpContext context, MediaDocuments documents, Form<FolderName> form, CancellationToken stop)
    {
        var session = documents.OpenSession(PresentVillage.Of(context)!.Id);
        var items = await session.Query<MediaItem>().Where(item => item.Folder != null && !item.IsRemoved).ToListAsync(stop);
        var counts = items.CountBy(item => item.Folder!.Value).ToDictionary();
        var folders = await session.Query<MediaFolder>().OrderBy(folder => folder.Name).ToListAsync(stop);
        return Page.View("console-media-folders", new
        {
            folders = folders.Select(folder => new FolderInList(folder.Id, folder.Name, counts.GetValueOrDefault(folder.Id))).ToArray(),
            may_change = Rights.HoldsToChange(context, HostPermissions.Media),
        }, form);
    }
}

sealed record FolderInList(Guid Id, string Name, int Count);
