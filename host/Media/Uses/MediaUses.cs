using SmartKampung.Host.Consoles.Forms;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Media;

/// <summary>Where an item is used: in documents of modules (one query), in their settings and in the village's profile (both in memory).</summary>
sealed class MediaUses(MediaDocuments documents, ModuleConfigurations configurations, IModuleCatalog modules)
{
    public async Task<IReadOnlyList<PlaceOfUse>> OfAsync(MediaItem item, Village village, string language, CancellationToken stop)
    {
        var id = item.Id;
        var uses = await documents.OpenSession(village.Id).Query<MediaUse>().Where(use => use.Media.Contains(id)).OrderBy(use => use.Title).ToListAsync(stop);
        return
        [
            .. IsInProfile(item, village.Profile) ? [new PlaceOfUse("profile", "", "/profil")] : Array.Empty<PlaceOfUse>(),
            .. from module in modules.Modules where IsSetIn(module, item, village) select new PlaceOfUse("settings", module.Name.In(language), $"/kelola/modul/{module.Id}"),
            .. from use in uses select new PlaceOfUse("document", use.Title, use.Path),
        ];
    }

    static bool IsInProfile(MediaItem item, VillageProfile profile) =>
        profile.MediaIds().Contains(item.Id)
        || profile.Officials.Select(official => official.Picture).Append(profile.Emblem).Append(profile.Hero?.File).Any(file => file is { Length: > 0 } && item.Files.Contains(file))
        || MediaLinks.In(profile.About.Indonesian + profile.About.English).Contains(item.Id);

    bool IsSetIn(ModuleInfo module, MediaItem item, Village village)
    {
        if (configurations.Find(Scope.Village(village.Id), module.Id) is not { } configuration) return false;
        return module.SettingsTypes.SelectMany(type => SettingsShape.Of(type).Settings)
            .Any(setting => configuration.Values.TryGetValue(setting.Name, out var json) && Mentions(setting, json, item));
    }

    static bool Mentions(Setting setting, string json, MediaItem item) => setting.KindOf() switch
    {
        SettingKind.Picture or SettingKind.File => setting.TryRead(json, out var value) && value is Guid id && id == item.Id,
        SettingKind.Html => MediaLinks.In(json).Contains(item.Id),
        _ => false,
    };
}

/// <param name="Kind">profile, settings or document: names its text.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Path">Where it is.</param>
sealed record PlaceOfUse(string Kind, string Title, string Path);
