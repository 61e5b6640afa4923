namespace SmartKampung.News.Import;

/// <summary>Brings the pictures that an export shows into the village's library: out of the ZIP, else from where they lie, on the old site or elsewhere, each once.</summary>
sealed class OldPictures(
    ExportFile file, Attachments attachments, WordPressImport import, DateTimeOffset until, IDocumentSession session, IMedia media, IDownloads downloads, TimeProvider clock)
{
    const int Largest = 15 * 1024 * 1024;

    int tried;

    /// <summary>How many were brought since this began.</summary>
    public int Taken { get; private set; }

    /// <summary>What could not be had, and why, since the list was last emptied.</summary>
    public List<(string Key, string Detail)> Problems { get; } = [];

    public Attachments Attachments => attachments;

    /// <param name="written">The address in the text.</param>
    /// <param name="attachment">What the export tells of it, or null.</param>
    /// <param name="alt">What it shows.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>The picture in the library, or null where it can't be had.</returns>
    /// <exception cref="PieceIsOverException">The time of this piece is over; what was brought is not brought again.</exception>
    public async Task<MediaPicture?> TakeAsync(string written, WxrItem? attachment, string alt, CancellationToken stop)
    {
        var source = attachment?.AttachmentUrl ?? written;
        var addresses = PictureAddresses.Of(attachments, source, written);
        var key = ImportKey.Of(addresses.Count > 0 ? addresses[0].AbsoluteUri : UploadName.Of(source));
        var known = await session.Query<ImportedPicture>().Where(picture => picture.Source == key).FirstOrDefaultAsync(stop);
        if (known?.Media is { } id && await media.FindPictureAsync(id, stop) is { } present) return present;
        if (known is { Media: null } && known.Run == import.Run) return null;
        if (tried++ > 0 && clock.GetUtcNow() >= until) throw new PieceIsOverException();
        var picture = await BringAsync(source, addresses, alt, stop);
        session.Store((known ?? new ImportedPicture { Source = key, Run = import.Run }) with { Media = picture?.Id, Run = import.Run });
        await session.SaveChangesAsync(stop);
        Taken += picture is null ? 0 : 1;
        return picture;
    }

    async Task<MediaPicture?> BringAsync(string source, IReadOnlyList<Uri> addresses, string alt, CancellationToken stop)
    {
        try
        {
            await using var content = file.OpenPicture(source) ?? await FetchAsync(source, addresses, stop);
            if (content is null) return null;
            var added = await media.AddPictureAsync(content, Path.GetFileName(UploadName.Of(source)), alt, stop);
            if (added.Problem is { } problem) Problems.Add(($"import.picture.{problem}", Shown(source)));
            return added.Picture;
        }
        catch (DownloadException failure)
        {
            Problems.Add(($"import.picture.{failure.Problem}", Shown(source)));
        }
        catch (UnreadableExportException)
        {
            Problems.Add(($"import.picture.{MediaProblem.TooLarge}", Shown(source)));
        }
        catch (InvalidDataException)
        {
            Problems.Add(($"import.picture.{MediaProblem.NotAPicture}", Shown(source)));
        }

        return null;
    }

    /// <exception cref="DownloadException">It can't be had at the last of the addresses.</exception>
    async Task<Stream?> FetchAsync(string source, IReadOnlyList<Uri> addresses, CancellationToken stop)
    {
        if (addresses.Count == 0 || !import.FromSite)
        {
            Problems.Add((addresses.Count == 0 || !attachments.IsOfSite(addresses[0]) ? "import.picture.elsewhere" : "import.picture.not_in_file", Shown(source)));
            return null;
        }

        foreach (var address in addresses.SkipLast(1))
            if (await TryFetchAsync(address, stop) is { } content) return content;
        return await downloads.FetchAsync(addresses[^1], Largest, stop);
    }

    async Task<Stream?> TryFetchAsync(Uri address, CancellationToken stop)
    {
        try
        {
            return await downloads.FetchAsync(address, Largest, stop);
        }
        catch (DownloadException)
        {
            return null;
        }
    }

    static string Shown(string source) => Letters.Shorten(source, 200);
}

/// <summary>The time of a piece of work is over; the next one goes on.</summary>
sealed class PieceIsOverException : Exception;
