using SmartKampung.Host.Pages;
using SmartKampung.Host.Portal;

namespace SmartKampung.Host.Media;

/// <summary>Looks through a village's library, a page at a time; the number of queries does not grow with what is found.</summary>
sealed class MediaShelves(MediaDocuments documents, Preparations preparations)
{
    const int PageSize = 24;

    public async Task<Shelf> LookAsync(Guid village, Wanted wanted, AddressBook addresses, CancellationToken stop)
    {
        var session = documents.OpenSession(village);
        var found = Narrow(session.Query<MediaItem>(), wanted);
        var count = await found.CountAsync(stop);
        var items = await found.Skip((wanted.Page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return new(
            [.. items.Select(item => CardOf(item, addresses))], await session.Query<MediaFolder>().OrderBy(folder => folder.Name).ToListAsync(stop),
            count, wanted.Page, (count + PageSize - 1) / PageSize);
    }

    public MediaCard CardOf(MediaItem item, AddressBook addresses) => new(item, ModuleMedia.AddressOf(item.Id, addresses))
    {
        Picture = item is { IsPicture: true, IsReady: true } ? ModuleMedia.PictureOf(item, addresses) : null,
        Percent = item.Waiting is null ? null : preparations.Of(item.Id),
    };

    static IDocumentQuery<MediaItem> Narrow(IDocumentQuery<MediaItem> items, Wanted wanted)
    {
        items = items.Where(item => !item.IsRemoved);
        if (wanted.IsPicture is { } isPicture) items = items.Where(item => item.IsPicture == isPicture);
        if (wanted.OnlyComplete) items = items.Where(item => item.IsReady && (!item.IsPicture || item.IsDecorative || item.Alt != ""));
        if (wanted.Folder is { } folder) items = items.Where(item => item.Folder == folder);
        return wanted.Words is { } words ? items.Search(words) : items.OrderByDescending(item => item.AddedAt);
    }
}

/// <summary>What somebody looks for.</summary>
/// <param name="Words">In names and descriptions; null for all.</param>
/// <param name="Folder">In one folder, or null.</param>
/// <param name="IsPicture">Pictures or documents alone, or null.</param>
/// <param name="Page">From 1.</param>
/// <param name="OnlyComplete">What pages can show, alone.</param>
sealed record Wanted(string? Words, Guid? Folder, bool? IsPicture, int Page, bool OnlyComplete = false)
{
    public static Wanted Of(string? words, Guid? folder, string? kind, string? page, bool onlyComplete = false) =>
        new(new SearchText(words).Value, folder, kind switch { "gambar" => true, "dokumen" => false, _ => null }, PageNumber.Of(page), onlyComplete);
}

sealed record Shelf(IReadOnlyList<MediaCard> Items, IReadOnlyList<MediaFolder> Folders, int Count, int PageNumber, int Last);

/// <summary>An item as pages show it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Address">The address that stays.</param>
sealed record MediaCard(MediaItem Item, string Address)
{
    /// <summary>Null for documents and for what is not ready.</summary>
    public MediaPicture? Picture { get; init; }

    /// <summary>How far its preparation is; null where nothing waits.</summary>
    public int? Percent { get; init; }

    public string Kind => Path.GetExtension(Item.Name).TrimStart('.').ToUpperInvariant();
}
