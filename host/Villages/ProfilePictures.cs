namespace SmartKampung.Host.Villages;

/// <summary>The pictures in a profile, whenever it was saved.</summary>
static class ProfilePictures
{
    const int EmblemWidth = 320;

    /// <summary>The pictures of the home page; one that was saved before there were several is the only one.</summary>
    public static IReadOnlyList<VillagePicture> HeroPictures(this VillageProfile profile) => (profile.Heroes, profile.Hero) switch
    {
        ({ Count: > 0 } several, _) => several,
        (_, { } one) => [new(null, one.Alt, [new(one.Width, one.Height, one.File, one.File)])],
        _ => [],
    };

    /// <summary>The ids of those that are of the library.</summary>
    public static IEnumerable<Guid> MediaIds(this VillageProfile profile) =>
        profile.Heroes.Select(picture => picture.Media).Concat(profile.Officials.Select(official => official.Photo?.Media)).Append(profile.EmblemMedia).OfType<Guid>();

    public static VillageProfile WithEmblem(this VillageProfile profile, VillagePicture? emblem) =>
        profile with { Emblem = FileOf(emblem), EmblemMedia = emblem?.Media };

    /// <summary>The profile with what became of a picture.</summary>
    /// <param name="profile">The profile, which shows it.</param>
    /// <param name="media">Its id in the library.</param>
    /// <param name="sizes">Its widths now, or null where it was removed.</param>
    public static VillageProfile WithPicture(this VillageProfile profile, Guid media, IReadOnlyList<PictureSize>? sizes) => profile with
    {
        Emblem = profile.EmblemMedia == media ? FileOf(new(media, "", sizes ?? [])) : profile.Emblem,
        EmblemMedia = profile.EmblemMedia == media && sizes is null ? null : profile.EmblemMedia,
        Heroes = [.. profile.Heroes.Select(hero => Now(hero, media, sizes)).OfType<VillagePicture>()],
        Officials = [.. profile.Officials.Select(official => official with { Photo = Now(official.Photo, media, sizes) })],
    };

    static VillagePicture? Now(VillagePicture? picture, Guid media, IReadOnlyList<PictureSize>? sizes) =>
        picture?.Media != media ? picture : sizes is null ? null : picture with { Sizes = sizes };

    static string FileOf(VillagePicture? picture) => picture is { Sizes: [_, ..] sizes } ? (sizes.FirstOrDefault(size => size.Width >= EmblemWidth) ?? sizes[^1]).File : "";
}
