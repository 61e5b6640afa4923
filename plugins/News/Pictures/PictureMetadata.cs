namespace SmartKampung.News.Pictures;

/// <summary>
/// What a camera notes beside the picture: where and when it was taken, with what, a preview. Nobody means to publish that, so only what is
/// needed to show the picture stays, with the orientation; what is unknown, or comes after the picture's end, goes too.
/// </summary>
static class PictureMetadata
{
    /// <param name="bytes">A picture that has a <see cref="PictureHeader"/>.</param>
    /// <param name="extension">The extension from there.</param>
    public static byte[] Drop(byte[] bytes, string extension) => extension switch
    {
        "jpg" => JpegSegments.WithoutMetadata(bytes),
        "png" => PngChunks.WithoutMetadata(bytes),
        "webp" => WebPChunks.WithoutMetadata(bytes),
        _ => bytes,
    };
}
