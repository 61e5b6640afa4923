namespace SmartKampung.Letters.Requests.Documents;

/// <summary>The photographed papers of requests: known by content, pictures without what the camera noted beside them.</summary>
sealed class RequestFiles(IPrivateFiles files)
{
    public const int Largest = 5 * 1024 * 1024;

    /// <exception cref="RefusedFileException">It is no JPEG, PNG or PDF, or too large.</exception>
    public async Task<Attachment> SaveAsync(string document, IFormFile file, CancellationToken stop)
    {
        if (file.Length > Largest) throw new RefusedFileException("wrong.file_large", Largest / 1024 / 1024);
        using var read = new MemoryStream((int)file.Length);
        await file.CopyToAsync(read, stop);
        var (type, content) = ScannedPaper.Read(read.ToArray());
        return new(document, await files.SaveAsync(content, stop), type, content.Length);
    }

    /// <summary>Removes it with the session's changes.</summary>
    public void Remove(Attachment attachment) => files.Remove(attachment.File);

    /// <summary>A file as an answer that nobody keeps.</summary>
    public async Task<IResult> ShowAsync(string file, string contentType, string name, HttpResponse response, CancellationToken stop)
    {
        if (await files.ReadAsync(file, stop) is not { } content) return Page.NotFound();
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        return Results.Bytes(content, contentType);
    }
}

/// <summary>A file that is not taken: the key of a text tells why.</summary>
sealed class RefusedFileException : Exception
{
    public RefusedFileException(string key, params object?[] arguments) : base(key) => (Key, Arguments) = (key, arguments);

    public string Key { get; }

    public object?[] Arguments { get; }
}
