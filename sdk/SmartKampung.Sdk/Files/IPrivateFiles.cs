namespace SmartKampung.Sdk;

/// <summary>
/// Files of one village that only this module reads, such as a signed letter or a photographed document. They are sealed before they reach the disk,
/// served by no address of the host, and stand in backups as sealed as they lie there. A module answers with one itself, after it asked whose it is.
/// Documents hold the names: a file that no document of the module names goes by itself, a day after it was saved at the earliest.
/// </summary>
public interface IPrivateFiles
{
    /// <summary>Saves a file, always as a new one. Returns when it is on disk; name it in a document within the day.</summary>
    /// <param name="content">The content; it is in memory as a whole, here and when it is read.</param>
    /// <param name="stop">Cancels the saving; nothing is left then.</param>
    /// <returns>The file's name: 32 hexadecimal digits by chance, which tell nothing of the content. A document holds it as such a string.</returns>
    /// <exception cref="StorageUnavailableException">The disk is full or can't be written.</exception>
    Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken stop = default);

    /// <summary>Reads a file, or returns null where this module has none of this name in the village.</summary>
    /// <param name="name">What <see cref="SaveAsync"/> returned.</param>
    /// <param name="stop">Cancels the reading.</param>
    /// <exception cref="StorageUnavailableException">It is damaged, or sealed with a key that is gone.</exception>
    Task<byte[]?> ReadAsync(string name, CancellationToken stop = default);

    /// <summary>
    /// Removes a file as soon as the session's changes are saved, and not if they are not, so that a document whose change failed still has it. Without this
    /// it goes too, once no document names it, only later. Backups that were made before have it still.
    /// </summary>
    /// <param name="name">What <see cref="SaveAsync"/> returned; nothing happens where there is none.</param>
    void Remove(string name);
}
