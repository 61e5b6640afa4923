namespace SmartKampung.News.Import;

/// <summary>Brings pictures of the old site into the village's library: out of the ZIP, else from where they lie, each once.</summary>
sealed class OldPictures(
    ExportFile file, Attachments attachments, WordPressImport import, DateTimeOffset until, IDocumentSession session, IMedia media, IDownloads downloads, TimeProvider clock)
{
    const int Largest = 15 * 1024 * 1024;

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
        var address = attachments.AddressOf(source);
        var key = ImportKey.Of(address?.AbsoluteUri ?? UploadName.Of(source));
        var known = await session.Query<ImportedPicture>().Where(picture => picture.Source == key).FirstOrDefaultAsync(stop);
        if (known?.Media is { } id && await media.FindPictureAsync(id, stop) is { } present) return present;
        if (known is { Media: null } && known.Run == import.Run) return null;
        if (Taken > 0 && clock.GetUtcNow() >= until) throw new PieceIsOverException();
        var picture = await BringAsync(source, address, alt, stop);
        session.Store((known ?? new ImportedPicture { Source = key, Run = import.Run }) with { Media = picture?.Id, Run = import.Run });
        await session.SaveChangesAsync(stop);
        Taken += picture is null ? 0 : 1;
        return picture;
    }

    async Task<MediaPicture?> BringAsync(string source, Uri? address, string alt, CancellationToken stop)
    {
        try
        {
            await using var content = file.OpenPicture(source) ?? await FetchAsync(source, address, stop);
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

    async Task<Stream?> FetchAsync(string source, Uri? address, CancellationToken stop)
    {
        if (address is not null && import.FromSite) return await downloads.FetchAsync(address, Largest, stop);
        Problems.Add((address is null ? "import.picture.elsewhere" : "import.picture.not_in_file", Shown(source)));
        return null;
    }

    static string Shown(string source) => Letters.Shorten(source, 200);
}

/// <summary>The time of a piece of work is over; the next one goes on.</summary>
sealed class PieceIsOverException : Exception;
