using System.Globalization;
using SmartKampung.Host.Portal;

namespace SmartKampung.Host.Home;

/// <summary>A fact and its value, in words.</summary>
sealed record Fact(string Label, string Value);

/// <summary>What is known of a village beyond its name and address; only what somebody told.</summary>
sealed class VillageFacts(Village village, ITexts texts)
{
    readonly CultureInfo culture = CultureInfo.GetCultureInfo(texts.Language == "en" ? "en-GB" : "id-ID");

    public IReadOnlyList<Fact> List => [.. new[] { Position(), Area(), Population(), Families() }.OfType<Fact>()];

    Fact? Position() => village.Location is not { } place ? null : new(texts["facts.position"], texts[
        "facts.position_value",
        Math.Abs(place.Latitude).ToString("F4", culture), texts[place.Latitude < 0 ? "facts.south" : "facts.north"],
        Math.Abs(place.Longitude).ToString("F4", culture), texts[place.Longitude < 0 ? "facts.west" : "facts.east"]]);

    Fact? Area() => village.Profile.AreaKm2 is { } area ? new(texts["facts.area"], texts["facts.area_value", area.ToString("#,0.##", culture)]) : null;

    Fact? Population() => village.Profile.Population is { } people ? new(texts["facts.population"], texts["facts.population_value", people.ToString("N0", culture)]) : null;

    Fact? Families() => village.Profile.Families is { } families ? new(texts["facts.families"], families.ToString("N0", culture)) : null;
}

/// <summary>The village's figures, four at most.</summary>
sealed class VillageFigures(Village village, ITexts texts)
{
    public IReadOnlyList<Figure> List =>
        [.. new[] { Of("population", village.Profile.Population), Of("families", village.Profile.Families), Of("area", village.Profile.AreaKm2), Of(IsKelurahan ? "hamlets.kelurahan" : "hamlets.desa", Hamlets) }.OfType<Figure>()];

    bool IsKelurahan => village.Kind == VillageKind.Kelurahan;

    int? Hamlets => village.Profile.Hamlets.Count is > 0 and var count ? count : null;

    Figure? Of(string key, decimal? value) => value is { } number ? new(texts[$"figures.{key}"], number) : null;
}
