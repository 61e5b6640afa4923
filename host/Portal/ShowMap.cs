namespace SmartKampung.Host.Portal;

/// <summary>The map of all villages; a page of its own, since it weighs more than a page should.</summary>
static class ShowMap
{
    public static Page Handle(RegencyMaps maps)
    {
        var map = maps.Villages();
        return Page.View("portal-map", new { total = map.Districts.Sum(district => district.Shapes.Count), map });
    }
}
