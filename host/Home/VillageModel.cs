using System.Globalization;
using SmartKampung.Host.Portal;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>A village in the reader's language; null and empty lists where it has told nothing.</summary>
sealed record VillageModel(Village Village, ITexts Texts, DistrictMap? Map, IReadOnlyList<VillageLink> Neighbours, DateTimeOffset Now)
{
    const int StreetMapZoom = 14;

    VillageProfile Profile => Village.Profile;

    public string? Headline => In(Profile.Headline);

    public string? Lead => In(Profile.Lead);

    public Html? About => In(Profile.About) is { } about ? new Html(about) : null;

    public string? Vision => In(Profile.Vision);

    public IReadOnlyList<string> Missions => [.. Profile.Missions.Select(In).OfType<string>()];

    /// <summary>Those that can be shown.</summary>
    public IReadOnlyList<VillagePicture> Heroes => [.. Profile.HeroPictures().Where(hero => hero.Sizes.Count > 0)];

    public bool IsSilent => Profile.IsSilent();

    public IReadOnlyList<string> Hamlets => Profile.Hamlets;

    public IReadOnlyList<OfficialModel> Officials => [.. Profile.Officials.Select(OfficialModel.Of(Texts))];

    public OfficeModel? Office => OfficeModel.Of(Village, Texts, Now);

    public IReadOnlyList<Fact> Facts => new VillageFacts(Village, Texts).List;

    public IReadOnlyList<Figure> Figures => new VillageFigures(Village, Texts).List;

    public string? StreetMap => Village.Location is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={place.Latitude:F5}&mlon={place.Longitude:F5}#map={StreetMapZoom}/{place.Latitude:F5}/{place.Longitude:F5}")
        : null;

    string? In(LocalText text) => text.In(Texts.Language) is { Length: > 0 } words ? words : null;
}
