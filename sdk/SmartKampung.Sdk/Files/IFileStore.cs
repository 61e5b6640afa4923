namespace SmartKampung.Sdk;

/// <summary>
/// Files of one village that everybody may see, kept on disk in the clear under the hash of their content. Documents hold the names. What tells something
/// of a person is kept by <see cref="IPrivateFiles"/>.
/// </summary>
public interface IFileStore
{
    /// <summary>Saves a file; the same content is kept once. Returns when it is on disk.</summary>
    /// <param name="content">The content, read to its end.</param>
    /// <param name="extension">The kind of file by its extension without the dot, such as <c>jpg</c>; decides the content type it is served with.</param>
    /// <param name="stop">Cancels the saving; nothing is left then.</param>
    /// <returns>The file's name: the SHA-256 of the content in hexadecimal, a dot and the extension.</returns>
    /// <exception cref="StorageUnavailableException">The disk is full or can't be written.</exception>
    /// <exception cref="ArgumentException">Files of this extension are not served.</exception>
    Task<string> SaveAsync(Stream content, string extension, CancellationToken stop = default);

    /// <summary>Opens a file for reading, or returns null where the village has none of this name.</summary>
    Task<Stream?> OpenAsync(string file, CancellationToken stop = default);
}

/// <summary>A picture in a document.</summary>
/// <param name="File">What <see cref="IFileStore.SaveAsync"/> returned.</param>
/// <param name="Alt">What a person who cannot see the picture should know; empty for decoration.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record StoredPicture(string File, string Alt, int Width, int Height);
