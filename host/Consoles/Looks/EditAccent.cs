using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>The village's colour: tried on before it is saved, with a proposal where white text could not be read on it.</summary>
sealed class EditAccent(ReplaceProfile profiles, TextLibrary library)
{
    const string OfRegency = "#24408e";

    public static Page Show(HttpContext context)
    {
        var present = PresentVillage.Of(context)!.Profile.Accent;
        return View(Form.Of(new AccentForm(present.Length == 0 ? OfRegency : present, "")), present, Fingerprint.Of(present), context);
    }

    public async Task<Page> SaveAsync(Form<AccentForm> form, HttpContext context, CancellationToken stop)
    {
        var seen = context.Request.Form["version"].ToString();
        var typed = context.Request.Form["accent"].ToString().Trim().ToLowerInvariant();
        if (AccentColor.ContrastWithWhite(typed) is null) form.AddError("accent", Text(context, "look.accent.wrong"));
        else if (!AccentColor.IsReadable(typed)) form.AddError("accent", Text(context, "look.accent.low"));
        if (!form.IsValid || form.Value.Do == "preview") return View(form, typed, seen, context);
        var refusal = await profiles.RunAsync(PresentVillage.Of(context)!.Id, profile => Fingerprint.Of(profile.Accent) == seen ? profile with { Accent = typed } : null, stop);
        if (refusal is null) return Page.SeeOther(ManageLook.Path, message: "edit.saved");
        var present = (await profiles.PresentAsync(PresentVillage.Of(context)!.Id, stop)).Accent;
        form.AddError("accent", library.For(PageOwner.Host.Id, context)["stale.now", present]);
        return View(form, typed, Fingerprint.Of(present), context);
    }

    static Page View(Form form, string shown, string version, HttpContext context) => Page.View("console-look-colour", new
    {
        version,
        shown,
        contrast = AccentColor.ContrastWithWhite(shown) is { } contrast ? Math.Round((decimal)contrast, 1) : (decimal?)null,
        proposal = AccentColor.Readable(shown) is { } proposal && proposal != shown ? proposal : null,
        shown_css = AccentEndpoint.Address(shown),
        may_change = Rights.HoldsToChange(context, HostPermissions.Look),
    }, form);

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}

/// <param name="Accent">The colour as #rrggbb.</param>
/// <param name="Do">preview, or save.</param>
sealed record AccentForm([Required, StringLength(7), Display(Name = "look.accent")] string Accent, string Do);
