namespace SmartKampung.Host.Villages.Demo;

/// <summary>The village that shows newcomers what a filled site looks like.</summary>
sealed class DemoVillage(VillageRegistry registry, VillageCache cache)
{
    public const string Code = "35.10.24.2008";

    /// <summary>Gives the village its profile, unless it has told something of itself.</summary>
    /// <returns>Whether the profile was made now.</returns>
    public async Task<bool> FillAsync(VillageEntry village, CancellationToken stop)
    {
        var present = await cache.GetAsync(village, stop);
        if (present.Profile.Headline != LocalText.Empty) return false;
        await registry.SaveProfileAsync(village.Id, DemoProfile.Read(), stop);
        return true;
    }
}
