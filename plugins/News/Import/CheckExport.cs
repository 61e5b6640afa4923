using SmartKampung.News.Articles;

namespace SmartKampung.News.Import;

/// <summary>Looks through an export without taking anything: what is in it, what the village has already, what is wrong.</summary>
sealed class CheckExport(IDocumentSession session)
{
    const int Batch = 500;
    const int MostCounted = 50_000;

    readonly HashSet<string> categories = [];
    readonly HashSet<string> tags = [];
    readonly HashSet<string> pictures = [];
    readonly List<string> keys = [];
    readonly HashSet<string> seen = [];

    /// <returns>The import with what was found.</returns>
    /// <exception cref="UnreadableExportException">It is no whole export.</exception>
    public async Task<WordPressImport> RunAsync(ExportFile file, WordPressImport import, CancellationToken stop)
    {
        await using var xml = file.OpenXml();
        var reader = new WxrReader(xml);
        await foreach (var item in reader.ReadAsync(stop)) import = Noted(item, file, import, reader.Head.Site);
        return import with
        {
            Site = reader.Head.Site,
            IsZip = file.IsZip,
            Found = import.Found with
            {
                Categories = categories.Count,
                Tags = tags.Count,
                Pictures = pictures.Count,
                PicturesInFile = pictures.Count(file.HasPicture),
                Present = await CountPresentAsync(stop),
            },
        };
    }

    WordPressImport Noted(WxrItem item, ExportFile file, WordPressImport import, string site)
    {
        var found = import.Found with { Items = import.Found.Items + 1 };
        if (item.IsAttachment && file.HasPicture(item.AttachmentUrl)) AddTo(pictures, UploadName.WithoutSize(UploadName.Of(item.AttachmentUrl)));
        if (!item.IsPost && !item.IsPage) return import with { Found = item.IsAttachment ? found : found with { Others = found.Others + 1 } };
        if (!item.IsKept) return import with { Found = found with { LeftOut = found.LeftOut + 1 } };
        Count(item, ImportKey.Of(item, site));
        found = found with { Comments = found.Comments + item.Comments };
        found = item.IsPost ? found with { Articles = found.Articles + 1 } : found with { Pages = found.Pages + 1 };
        return ProblemOf(item, site) is { } problem ? (import with { Found = found }).With(problem) : import with { Found = found };
    }

    void Count(WxrItem item, string key)
    {
        foreach (var category in item.Categories) AddTo(categories, category);
        foreach (var tag in item.Tags) AddTo(tags, tag);
        foreach (var picture in WordPressHtml.Picture().Matches(item.Content).Select(match => TextPicture.Of(match.Value).Address))
            if (picture.Length > 0) AddTo(pictures, UploadName.WithoutSize(UploadName.Of(picture)));
        keys.Add(key);
    }

    ImportProblem? ProblemOf(WxrItem item, string site)
    {
        if (item.IsTooLong) return new(item.Title, "import.problem.too_long");
        if (!seen.Add(ImportKey.Of(item, site))) return new(item.Title, "import.problem.double");
        if (string.IsNullOrWhiteSpace(item.Title)) return new(item.Link, "import.problem.no_title");
        return item.HasPassword ? new(item.Title, "import.problem.password") : null;
    }

    async Task<int> CountPresentAsync(CancellationToken stop)
    {
        var present = 0;
        foreach (var batch in keys.Distinct().Chunk(Batch))
        {
            List<string?> some = [.. batch];
            present += await session.Query<Article>().Where(article => some.Contains(article.ImportedFrom)).CountAsync(stop);
        }

        return present;
    }

    static void AddTo(HashSet<string> set, string value)
    {
        if (set.Count < MostCounted) set.Add(value);
    }
}
