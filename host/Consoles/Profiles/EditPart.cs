using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Shows and saves one page of the profile. Whoever comes too late is told, field by field, what somebody else saved.</summary>
sealed class EditPart(ReplaceProfile profiles, IFormReader forms, TextLibrary library)
{
    const string Overview = "/kelola/profil";

    public async Task<Page> ShowAsync<T>(string name, HttpContext context, CancellationToken stop) where T : class, IProfileForm<T>
    {
        var present = T.Of(await profiles.PresentAsync(PresentVillage.Of(context)!.Id, stop));
        return View(name, Fingerprint.Of(present), Form.Of(present), context);
    }

    public async Task<Page> SaveAsync<T>(string name, HttpContext context, CancellationToken stop) where T : class, IProfileForm<T>
    {
        var form = await forms.ReadFormAsync<T>(context);
        var seen = context.Request.Form["version"].ToString();
        if (!form.IsValid) return View(name, seen, form, context);
        var (village, sent) = (PresentVillage.Of(context)!, form.Value);
        var refusal = await profiles.RunAsync(village.Id, profile => Fingerprint.Of(T.Of(profile)) == seen ? sent.ApplyTo(profile) : null, stop);
        if (refusal is null) return Page.SeeOther(Overview, message: "edit.saved");
        var present = T.Of(await profiles.PresentAsync(village.Id, stop));
        var texts = library.For(PageOwner.Host.Id, context);
        if (refusal == ReplaceProfile.Stale) StaleForm.Tell(form, present, texts, village.TimeZone);
        else ProfileErrors.Tell(form, refusal, texts.Language);
        return View(name, refusal == ReplaceProfile.Stale ? Fingerprint.Of(present) : seen, form, context);
    }

    static Page View(string name, string version, Form form, HttpContext context) =>
        Page.View($"console-profile-{name}", new { version, may_change = Rights.HoldsToChange(context, HostPermissions.Profile) }, form);
}
