using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>The order of the home page's parts, and which of them visitors see.</summary>
sealed class ArrangeHome(IVillageFeatures features, EditLook look, TextLibrary library)
{
    public Page Show(HttpContext context, Form? said = null)
    {
        var (names, texts) = (features.SectionNames(context), library.For(PageOwner.Host.Id, context));
        var parts = Arrangement.Of(PresentVillage.LookOf(context).Home, KeysOf(context));
        return Page.View("console-look-order", new
        {
            place = "beranda",
            heading = "look.home",
            version = Fingerprint.Of(parts),
            parts = parts.Select(part => new ShownPart(part.Key, names.FirstOrDefault(name => name.Key == part.Key)?.Name ?? texts[$"look.part.{part.Key}"], part.IsHidden)).ToArray(),
            may_change = Rights.HoldsToChange(context, HostPermissions.Look),
        }, said ?? Form.Empty<Arranging>());
    }

    public async Task<Page> MoveAsync(Form<Arranging> form, HttpContext context, CancellationToken stop)
    {
        if (!form.IsValid) return Show(context, form);
        var (keys, sent) = (KeysOf(context), form.Value);
        var isSaved = await look.ChangeAsync(context, present => Moved(present, keys, sent), stop);
        if (isSaved) return Page.SeeOther($"{ManageLook.Path}/beranda", message: "edit.moved");
        form.AddError("", library.For(PageOwner.Host.Id, context)["stale.order"]);
        return Show(context, form);
    }

    static VillageLook? Moved(VillageLook present, IReadOnlyList<string> keys, Arranging sent)
    {
        var parts = Arrangement.Of(present.Home, keys);
        return Fingerprint.Of(parts) == sent.Version ? present with { Home = Arrangement.Moved(parts, sent.Part, sent.Step) } : null;
    }

    IReadOnlyList<string> KeysOf(HttpContext context) => HomeParts.Keys(features.SectionNames(context).Select(name => name.Key));
}

/// <summary>A part as the list of parts shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsHidden">Whether visitors do without it.</param>
/// <param name="Link">Where it is edited, or null.</param>
sealed record ShownPart(string Key, string Name, bool IsHidden, string? Link = null);
