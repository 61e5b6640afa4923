using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The emblem and the picture of the home page.</summary>
sealed class EditPictures(ReplaceProfile profiles, IUploadedPictures pictures, TextLibrary library)
{
    public async Task<Page> ShowAsync(HttpContext context, CancellationToken stop)
    {
        var profile = await profiles.PresentAsync(PresentVillage.Of(context)!.Id, stop);
        return View(profile, VersionOf(profile), Form.Of(new PicturesForm(null, false, null, profile.Hero?.Alt ?? "", false)), context);
    }

    public async Task<Page> SaveAsync(Form<PicturesForm> form, HttpContext context, CancellationToken stop)
    {
        var (village, seen) = (PresentVillage.Of(context)!, context.Request.Form["version"].ToString());
        var emblem = await TakeAsync(form, "emblem", PictureUse.Emblem, context, stop);
        var hero = await TakeAsync(form, "hero", PictureUse.Hero, context, stop);
        if (!form.IsValid) return View(await profiles.PresentAsync(village.Id, stop), seen, form, context);
        var refusal = await profiles.RunAsync(village.Id, profile => VersionOf(profile) == seen ? form.Value.ApplyTo(profile, emblem, hero) : null, stop);
        if (refusal is null) return Page.SeeOther("/kelola/profil", message: "edit.saved");
        var present = await profiles.PresentAsync(village.Id, stop);
        if (refusal == ReplaceProfile.Stale) form.AddError("", Text(context, "stale.pictures"));
        else ProfileErrors.Tell(form, refusal, RequestLanguage.Of(context));
        return View(present, VersionOf(present), form, context);
    }

    async Task<StoredPicture?> TakeAsync(Form<PicturesForm> form, string field, PictureUse use, HttpContext context, CancellationToken stop)
    {
        if (context.Request.Form.Files.GetFile(field) is not { Length: > 0 } sent) return null;
        var taken = await pictures.TakeAsync(PresentVillage.Of(context)!, sent, use, stop);
        if (taken.Mistake is { } mistake) form.AddError(field, Text(context, mistake));
        return taken.Picture;
    }

    static string VersionOf(VillageProfile profile) => Fingerprint.Of(new { profile.Emblem, profile.Hero });

    static Page View(VillageProfile profile, string version, Form form, HttpContext context) => Page.View("console-profile-gambar", new
    {
        version,
        emblem = profile.Emblem,
        hero = profile.Hero,
        may_change = Rights.HoldsToChange(context, HostPermissions.Profile),
    }, form);

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}

/// <summary>What is sent for the pictures; one that is not sent stays.</summary>
sealed record PicturesForm(
    [Display(Name = "edit.emblem")] IFormFile? Emblem,
    [Display(Name = "edit.without_emblem")] bool WithoutEmblem,
    [Display(Name = "edit.hero")] IFormFile? Hero,
    [StringLength(200), Display(Name = "edit.hero_alt")] string HeroAlt,
    [Display(Name = "edit.without_hero")] bool WithoutHero)
{
    public VillageProfile ApplyTo(VillageProfile profile, StoredPicture? emblem, StoredPicture? hero) => profile with
    {
        Emblem = emblem?.File ?? (WithoutEmblem ? "" : profile.Emblem),
        Hero = (hero ?? (WithoutHero ? null : profile.Hero)) is { } shown ? shown with { Alt = HeroAlt } : null,
    };
}

static class PictureRoutes
{
    public static void MapPictures(this IEndpointRouteBuilder console)
    {
        console.MapGet("/profil/gambar", (HttpContext context, EditPictures edit, CancellationToken stop) => edit.ShowAsync(context, stop)).RequirePermission(HostPermissions.Profile);
        console.MapPost("/profil/gambar", (Form<PicturesForm> form, HttpContext context, EditPictures edit, CancellationToken stop) => edit.SaveAsync(form, context, stop)).RequirePermission(HostPermissions.Profile);
    }
}
