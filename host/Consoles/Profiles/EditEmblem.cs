using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>The village's emblem.</summary>
sealed class EditEmblem(ReplaceProfile profiles, ChoosePicture pictures, TextLibrary library)
{
    public async Task<Page> ShowAsync(HttpContext context, CancellationToken stop)
    {
        var profile = await profiles.PresentAsync(PresentVillage.Of(context)!.Id, stop);
        return await ViewAsync(EmblemOf(profile), VersionOf(profile), Form.Empty<EmblemForm>(), context, stop);
    }

    public async Task<Page> SaveAsync(Form<EmblemForm> form, HttpContext context, CancellationToken stop)
    {
        var (village, seen) = (PresentVillage.Of(context)!, context.Request.Form["version"].ToString());
        var chosen = await pictures.ReadAsync(form, Text(context, "edit.part.emblem"), context, stop);
        var present = await profiles.PresentAsync(village.Id, stop);
        if (!form.IsValid) return await ViewAsync(EmblemOf(present), seen, form, context, stop);
        var refusal = await profiles.RunAsync(village.Id, profile => VersionOf(profile) == seen ? With(profile, chosen) : null, stop);
        if (refusal is null)
        {
            await pictures.SettleAsync(chosen, context, stop);
            return Page.SeeOther("/kelola/profil", message: "edit.saved");
        }

        if (refusal == ReplaceProfile.Stale) form.AddError("", Text(context, "stale.pictures"));
        else ProfileErrors.Tell(form, refusal, RequestLanguage.Of(context));
        return await ViewAsync(chosen.Or(EmblemOf(present)), VersionOf(present), form, context, stop);
    }

    static VillageProfile With(VillageProfile profile, ChosenPicture chosen) => chosen.IsPresent ? profile : profile.WithEmblem(chosen.Picture);

    static VillagePicture? EmblemOf(VillageProfile profile) => (profile.EmblemMedia, profile.Emblem) switch
    {
        (null, "") => null,
        (var media, "") => new(media, "", []),
        var (media, file) => new(media, "", [new(0, 0, file, file)]),
    };

    /// <summary>The file changes by itself once the picture is ready.</summary>
    static string VersionOf(VillageProfile profile) => Fingerprint.Of(profile.EmblemMedia?.ToString() ?? profile.Emblem);

    async Task<Page> ViewAsync(VillagePicture? emblem, string version, Form form, HttpContext context, CancellationToken stop) => Page.View("console-profile-lambang", new
    {
        version,
        choices = await pictures.ChoicesAsync(emblem, context, stop),
        may_change = Rights.HoldsToChange(context, HostPermissions.Profile),
    }, form);

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}

/// <summary>What is sent for the emblem.</summary>
sealed record EmblemForm([Display(Name = "edit.emblem")] IFormFile? Photo);

static class EmblemRoutes
{
    public static void MapEmblem(this IEndpointRouteBuilder console)
    {
        console.MapGet("/profil/lambang", (HttpContext context, EditEmblem edit, CancellationToken stop) => edit.ShowAsync(context, stop)).RequirePermission(HostPermissions.Profile);
        console.MapPost("/profil/lambang", (Form<EmblemForm> form, HttpContext context, EditEmblem edit, CancellationToken stop) => edit.SaveAsync(form, context, stop))
            .RequirePermission(HostPermissions.Profile);
    }
}
