namespace SmartKampung.News.Pictures;

/// <summary>The village's pictures for its news.</summary>
sealed class PictureLibrary(IFileStore files)
{
    // A camera's preview and colour profile can stand before the size.
    const int HeaderLength = 512 * 1024;

    /// <summary>A stored picture by its file, or null where there is none. A picture that the document already has keeps its size.</summary>
    public async Task<StoredPicture?> FindAsync(string file, string alt, StoredPicture? present, CancellationToken stop)
    {
        if (present?.File == file) return present with { Alt = alt.Trim() };
        await using var content = await files.OpenAsync(file, stop);
        if (content is null) return null;
        var bytes = new byte[HeaderLength];
        var length = await content.ReadAtLeastAsync(bytes, HeaderLength, throwOnEndOfStream: false, stop);
        return PictureHeader.Read(bytes.AsSpan(0, length)) is { } header ? new(file, alt.Trim(), header.Width, header.Height) : null;
    }
}
