using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Where the village's office lies and how far the village reaches: a point and an outline.</summary>
sealed class EditLocation(ChangeVillage change, VillageRegistry villages, OwnOutlines outlines, VillageModels models, TextLibrary library, IOptions<SiteOptions> site)
{
    public Page Show(HttpContext context)
    {
        var present = LocationForm.Of(EntryOf(context).Record.Location);
        return View(VersionOf(context), Form.Of(present), context);
    }

    public async Task<Page> SaveAsync(Form<LocationForm> form, HttpContext context, CancellationToken stop)
    {
        var seen = context.Request.Form["version"].ToString();
        var rings = await ReadAsync(form, context, stop);
        if (form.IsValid && form.Value.Place() is null && form.Value.IsTyped) form.AddError("latitude", Text(context, "place.wrong"));
        if (form.IsValid && VersionOf(context) != seen) StaleForm.Tell(form, LocationForm.Of(EntryOf(context).Record.Location), library.For(PageOwner.Host.Id, context), PresentVillage.Of(context)!.TimeZone);
        if (!form.IsValid) return View(VersionOf(context), form, context);
        var id = EntryOf(context).Id;
        if (form.Value.Place() is { } place) await change.RunAsync(id, new VillageChange { Location = place }, stop);
        if (rings.Count > 0 || form.Value.WithoutOutline) await outlines.SaveAsync(id, rings, stop);
        return Page.SeeOther("/kelola/profil", message: "edit.saved");
    }

    async Task<IReadOnlyList<OutlineRing>> ReadAsync(Form<LocationForm> form, HttpContext context, CancellationToken stop)
    {
        if (context.Request.Form.Files.GetFile("outline") is not { Length: > 0 } sent) return [];
        var (rings, mistake) = sent.Length > GeoJsonOutline.LargestFile ? ([], "outline.too_large") : GeoJsonOutline.Read(await BytesOfAsync(sent, stop));
        if (mistake is not null) form.AddError("outline", Text(context, mistake));
        return rings;
    }

    static async Task<byte[]> BytesOfAsync(IFormFile sent, CancellationToken stop)
    {
        using var copy = new MemoryStream();
        await sent.CopyToAsync(copy, stop);
        return copy.ToArray();
    }

    Page View(string version, Form form, HttpContext context)
    {
        var village = models.Of(PresentVillage.Of(context)!, context);
        return Page.View("console-profile-letak", new
        {
            version,
            village.Map,
            village.StreetMap,
            is_own = outlines.Now.ContainsKey(village.Village.Id),
            tiles = TileServer.OriginOf(site.Value.Tiles) is null ? "" : site.Value.Tiles,
            credit = site.Value.TilesCredit,
            may_change = Rights.HoldsToChange(context, HostPermissions.Profile),
        }, form);
    }

    string VersionOf(HttpContext context) => EntryOf(context) is var entry ? Fingerprint.Of(new { entry.Record.Location, Outline = outlines.Now.GetValueOrDefault(entry.Id)?.Rings }) : "";

    VillageEntry EntryOf(HttpContext context) => villages.Find(PresentVillage.Of(context)!.Id)!;

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}

/// <summary>A point as it is typed, in degrees, and a file with an outline.</summary>
sealed record LocationForm(
    [StringLength(20), Display(Name = "edit.latitude")] string Latitude,
    [StringLength(20), Display(Name = "edit.longitude")] string Longitude,
    [Display(Name = "edit.outline")] IFormFile? Outline,
    [Display(Name = "edit.without_outline")] bool WithoutOutline)
{
    public bool IsTyped => (Latitude + Longitude).Length > 0;

    public static LocationForm Of(Location? place) => new(Written(place?.Latitude), Written(place?.Longitude), null, WithoutOutline: false);

    /// <summary>The point, or null where it is none in Indonesia.</summary>
    public Location? Place() =>
        Degrees(Latitude) is { } latitude && Degrees(Longitude) is { } longitude && Indonesia.Holds(latitude, longitude) ? new(latitude, longitude) : null;

    static string Written(double? degrees) => degrees?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    static double? Degrees(string text) =>
        double.TryParse(text.Replace(',', '.').Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? Math.Round(degrees, 6) : null;
}
