using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Media;

/// <summary>What of a village's library can be chosen in a form: the newest, and what is chosen already.</summary>
/// <param name="items">Complete items.</param>
/// <param name="addresses">Of the request.</param>
sealed class LibraryChoices(IReadOnlyList<MediaItem> items, AddressBook addresses)
{
    const int Most = 200;

    public static async Task<LibraryChoices> LoadAsync(IDocumentSession library, IReadOnlyCollection<Guid> chosen, AddressBook addresses, CancellationToken stop)
    {
        var newest = await NewestAsync(library, isPicture: true, stop);
        var documents = await NewestAsync(library, isPicture: false, stop);
        return await WithChosenAsync([.. newest, .. documents], library, chosen, addresses, stop);
    }

    public static async Task<LibraryChoices> LoadPicturesAsync(IDocumentSession library, IReadOnlyCollection<Guid> chosen, AddressBook addresses, CancellationToken stop) =>
        await WithChosenAsync(await NewestAsync(library, isPicture: true, stop), library, chosen, addresses, stop);

    static Task<IReadOnlyList<MediaItem>> NewestAsync(IDocumentSession library, bool isPicture, CancellationToken stop) =>
        Complete(library, isPicture).OrderByDescending(item => item.AddedAt).Take(Most).ToListAsync(stop);

    static async Task<LibraryChoices> WithChosenAsync(
        IReadOnlyList<MediaItem> newest, IDocumentSession library, IReadOnlyCollection<Guid> chosen, AddressBook addresses, CancellationToken stop)
    {
        Guid[] older = [.. chosen.Except(newest.Select(item => item.Id))];
        var others = older.Length == 0 ? [] : await library.Query<MediaItem>().Where(item => older.Contains(item.Id) && item.IsReady && !item.IsRemoved).ToListAsync(stop);
        return new([.. others, .. newest], addresses);
    }

    public IReadOnlyList<FieldOption> Options(bool isPicture) => [.. items.Where(item => item.IsPicture == isPicture).Select(item => new FieldOption(item.Id.ToString(), NameOf(item)))];

    public string? Name(Guid id) => Find(id) is { } item ? NameOf(item) : null;

    public MediaPicture? Picture(Guid id) => Find(id) is { IsPicture: true } item ? ModuleMedia.PictureOf(item, addresses) : null;

    /// <summary>Whether the village has it, of this kind, so that pages can show it.</summary>
    public bool Has(Guid id, bool isPicture) => Find(id) is { } item && item.IsPicture == isPicture;

    MediaItem? Find(Guid id) => items.FirstOrDefault(item => item.Id == id);

    static string NameOf(MediaItem item) => item.Alt.Length > 0 ? $"{item.Name}: {item.Alt}" : item.Name;

    static IDocumentQuery<MediaItem> Complete(IDocumentSession library, bool isPicture) =>
        library.Query<MediaItem>().Where(item => item.IsPicture == isPicture && item.IsReady && !item.IsRemoved && (!item.IsPicture || item.IsDecorative || item.Alt != ""));
}
