namespace SmartKampung.Host.Villages;

/// <summary>How a village arranged its site. What it said nothing of stands where it stands by itself.</summary>
sealed record VillageLook
{
    public static VillageLook Default { get; } = new();

    /// <summary>The parts of the home page in order.</summary>
    public IReadOnlyList<ArrangedPart> Home { get; init; } = [];

    /// <summary>The entries of the menu in order, the village's own among them.</summary>
    public IReadOnlyList<ArrangedPart> Menu { get; init; } = [];

    /// <summary>Where the village's own entries of the menu lead.</summary>
    public IReadOnlyList<OwnLink> Links { get; init; } = [];

    /// <summary>The village's own pages, without their texts.</summary>
    public IReadOnlyList<PageListing> Pages { get; init; } = [];

    public bool ShowsAtHome(string part) => !Home.Any(arranged => arranged.Key == part && arranged.IsHidden);
}

/// <summary>A part of a page or menu at its place.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="IsHidden">Whether visitors do without it.</param>
sealed record ArrangedPart(string Key, bool IsHidden);

/// <summary>An entry of the menu that the village added.</summary>
/// <param name="Key">Its key in the menu.</param>
/// <param name="Text">What people read.</param>
/// <param name="Address">A path of the village's site, or an https address.</param>
sealed record OwnLink(string Key, LocalText Text, string Address);

/// <summary>A page that the village wrote, as menus and lists name it.</summary>
sealed record PageListing(Guid Id, string Slug, LocalText Title, bool IsPublished, DateTimeOffset ChangedAt)
{
    public string Key => $"page:{Id}";

    public string Path => $"/halaman/{Slug}";
}
