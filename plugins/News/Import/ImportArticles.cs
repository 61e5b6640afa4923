using SmartKampung.News.Articles;

namespace SmartKampung.News.Import;

/// <summary>
/// Takes a piece of an import and says that it goes on; in a village that became read-only it pauses. Each article is saved together with how far the import is: stopped anywhere, killed or
/// told twice, it takes none double and leaves none out.
/// </summary>
sealed class ImportArticles(IDocumentSession session, IWaitingFiles waiting, IEvents events, IMedia media, IDownloads downloads, ExportedArticle writer, Village village, TimeProvider clock)
    : IEventHandler<ImportGoesOn>
{
    const int Piece = 25;
    static readonly TimeSpan PieceTime = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(ImportGoesOn happened, CancellationToken stop)
    {
        if (await session.LoadAsync<WordPressImport>(happened.Import, stop) is not { State: ImportState.Running } import) return;
        var (after, isOver) = village.IsReadOnly ? (import with { State = ImportState.Paused }, false) : await GoOnAsync(import, stop);
        session.Store(isOver ? after with { EndedAt = clock.GetUtcNow() } : after);
        if (after.State == ImportState.Running) events.Publish(happened);
        await session.SaveChangesAsync(stop);
        if (isOver) waiting.Remove(import.Upload);
    }

    async Task<(WordPressImport Import, bool IsOver)> GoOnAsync(WordPressImport import, CancellationToken stop)
    {
        if (waiting.Open(import.Upload) is not { } upload) return (import with { State = ImportState.Broken }, true);
        try
        {
            using var file = await ExportFile.OpenAsync(upload, stop);
            return await TakeAsync(import, file, stop);
        }
        catch (UnreadableExportException)
        {
            return ((await session.LoadAsync<WordPressImport>(import.Id, stop) ?? import) with { State = ImportState.Broken }, true);
        }
        finally
        {
            await upload.DisposeAsync();
        }
    }

    async Task<(WordPressImport Import, bool IsOver)> TakeAsync(WordPressImport import, ExportFile file, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + PieceTime;
        var pictures = new OldPictures(file, await AttachmentsAsync(file, import.Site, stop), import, until, session, media, downloads, clock);
        await using var xml = file.OpenXml();
        var reader = new WxrReader(xml);
        var (place, taken) = (0, 0);
        await foreach (var item in reader.ReadAsync(stop))
        {
            if (place++ < import.Position) continue;
            if (import.Wants(item) && (taken++ == Piece || (taken > 1 && clock.GetUtcNow() >= until))) return (import, false);
            try
            {
                import = import.Wants(item) ? await TakeAsync(import, item, reader.Head, pictures, stop) : import with { Position = place };
            }
            catch (PieceIsOverException)
            {
                return (WithProblems(import, item, pictures), false);
            }
        }

        return (import with { State = ImportState.Done }, true);
    }

    async Task<WordPressImport> TakeAsync(WordPressImport import, WxrItem item, WxrHead head, OldPictures pictures, CancellationToken stop)
    {
        var next = import with { Position = import.Position + 1 };
        var key = ImportKey.Of(item, head.Site);
        if (await session.Query<Article>().Where(article => article.ImportedFrom == key).AnyAsync(stop)) return next with { Present = next.Present + 1 };
        var before = pictures.Taken;
        var article = await writer.WriteAsync(item, head, pictures, stop);
        next = WithProblems(next, item, pictures) with { Pictures = next.Pictures + pictures.Taken - before };
        if (article is null) return (next with { Failed = next.Failed + 1 }).With(new(item.Title, "import.problem.too_long"));
        next = next with { Written = next.Written + 1 };
        session.Store(next);
        await session.SaveAsync(article, ExportedArticle.WishOf(item, article), stop);
        return next with { Version = next.Version + 1 };
    }

    static WordPressImport WithProblems(WordPressImport import, WxrItem item, OldPictures pictures)
    {
        foreach (var (problem, detail) in pictures.Problems) import = import.With(new(item.Title, problem, detail));
        pictures.Problems.Clear();
        return import;
    }

    static async Task<Attachments> AttachmentsAsync(ExportFile file, string site, CancellationToken stop)
    {
        await using var xml = file.OpenXml();
        var attachments = new Attachments(site);
        await foreach (var item in new WxrReader(xml).ReadAsync(stop))
            if (item.IsAttachment) attachments.Add(item);
        return attachments;
    }
}
