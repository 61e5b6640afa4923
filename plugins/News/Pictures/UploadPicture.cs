namespace SmartKampung.News.Pictures;

/// <summary>Takes a picture, as a form's file or as the body itself. What it is, its content says.</summary>
static class UploadPicture
{
    const int MaxLength = 8 * 1024 * 1024;

    public static async Task<IResult> Save(HttpRequest request, IFileStore files, IAddresses addresses, ITexts texts, CancellationToken stop)
    {
        if (await ReadAsync(request, stop) is not { } content)
            return Results.Problem(title: texts["api.picture_too_large"], statusCode: StatusCodes.Status413PayloadTooLarge);
        if (PictureHeader.Read(content) is not { } header)
            return Results.Problem(title: texts["api.not_a_picture"], statusCode: StatusCodes.Status415UnsupportedMediaType);

        using var stream = new MemoryStream(PictureMetadata.Drop(content, header.Extension), writable: false);
        var file = await files.SaveAsync(stream, header.Extension, stop);
        return Results.Created(addresses.File(file), new { file, header.Width, header.Height, address = addresses.File(file) });
    }

    static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (!request.HasFormContentType) return await ReadAsync(request.Body, stop);
        var form = await request.ReadFormAsync(stop);
        if (form.Files.Count == 0) return [];
        await using var content = form.Files[0].OpenReadStream();
        return await ReadAsync(content, stop);
    }

    static async Task<byte[]?> ReadAsync(Stream content, CancellationToken stop)
    {
        using var copy = new MemoryStream();
        var part = new byte[81_920];
        for (int length; (length = await content.ReadAsync(part, stop)) > 0;)
        {
            if (copy.Length + length > MaxLength) return null;
            copy.Write(part, 0, length);
        }

        return copy.ToArray();
    }
}
