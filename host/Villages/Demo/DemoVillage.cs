using SmartKampung.Host.Storage;

namespace SmartKampung.Host.Villages.Demo;

/// <summary>The village that shows newcomers what a filled site looks like.</summary>
sealed class DemoVillage(VillageRegistry registry, VillageCache cache, FileStore files)
{
    public const string Code = "35.10.24.2008";

    /// <summary>Gives the village its profile, unless it has told something of itself.</summary>
    public async Task FillAsync(VillageEntry village, CancellationToken stop)
    {
        var present = await cache.GetAsync(village, stop);
        if (present.Profile.Headline != LocalText.Empty) return;
        var pictures = files.For(Partition.OfVillage(village.Id));
        await registry.SaveProfileAsync(village.Id, await DemoProfile.ReadAsync(picture => SaveAsync(pictures, picture, stop)), stop);
    }

    static async Task<string> SaveAsync(IFileStore files, string picture, CancellationToken stop)
    {
        await using var drawing = EmbeddedData.Open(picture + ".svg");
        return await files.SaveAsync(drawing, "svg", stop);
    }
}
