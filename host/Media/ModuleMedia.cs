using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Media;

/// <summary>The library as modules see it: what is ready, in the present village.</summary>
sealed class ModuleMedia(IDocumentSession library, AddressBook addresses, AddPicture add, Guid? village) : IMedia
{
    public async Task<MediaPicture?> FindPictureAsync(Guid? id, CancellationToken stop = default) =>
        await FindAsync(id, isPicture: true, stop) is { } item ? PictureOf(item, addresses) : null;

    public async Task<IReadOnlyDictionary<Guid, MediaPicture>> FindPicturesAsync(IEnumerable<Guid> ids, CancellationToken stop = default)
    {
        Guid[] wanted = [.. ids.Distinct()];
        var items = await library.Query<MediaItem>().Where(item => wanted.Contains(item.Id)).ToListAsync(stop);
        return items.Where(item => item is { IsReady: true, IsPicture: true, IsRemoved: false }).ToDictionary(item => item.Id, item => PictureOf(item, addresses));
    }

    public async Task<IReadOnlyList<MediaChoice>> ListPicturesAsync(IEnumerable<Guid> chosen, CancellationToken stop = default)
    {
        var choices = await LibraryChoices.LoadPicturesAsync(library, [.. chosen.Distinct()], addresses, stop);
        return [.. choices.Options(isPicture: true).Select(option => new MediaChoice(option.Value, option.Text))];
    }

    public async Task<AddedPicture> AddPictureAsync(Stream content, string name, string alt, CancellationToken stop = default)
    {
        var (item, problem) = await add.RunAsync(village ?? throw new InvalidOperationException("The portal has no library."), content, name, alt, stop);
        return new(item is null ? null : PictureOf(item, addresses), problem);
    }

    public async Task<MediaDocument?> FindDocumentAsync(Guid? id, CancellationToken stop = default) =>
        await FindAsync(id, isPicture: false, stop) is { } item ? new(item.Id, item.Name, AddressOf(item.Id, addresses), item.Length) : null;

    public static MediaPicture PictureOf(MediaItem item, AddressBook addresses) => new(item.Id, item.Alt, AddressOf(item.Id, addresses), item.Sizes);

    public static string AddressOf(Guid id, AddressBook addresses) => $"{addresses.File("")}media/{id}";

    async Task<MediaItem?> FindAsync(Guid? id, bool isPicture, CancellationToken stop) =>
        id is { } known && await library.LoadAsync<MediaItem>(known, stop) is { IsReady: true, IsRemoved: false } item && item.IsPicture == isPicture ? item : null;
}
