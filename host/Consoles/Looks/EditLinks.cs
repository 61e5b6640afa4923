using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>Entries of the menu that the village adds: to a page of its site, or to an https address.</summary>
sealed class EditLinks(EditLook look, TextLibrary library)
{
    public const string Prefix = "link:";

    const string New = "baru";
    const int MostLinks = 30;

    public static Page Show(string at, HttpContext context)
    {
        if (at == New) return View(at, "", Form.Empty<LinkForm>(), context);
        return Find(PresentVillage.LookOf(context), at) is { } link ? View(at, Fingerprint.Of(link), Form.Of(new LinkForm(link.Text.Indonesian, link.Text.English, link.Address)), context) : Page.NotFound();
    }

    public async Task<Page> SaveAsync(string at, Form<LinkForm> form, HttpContext context, CancellationToken stop)
    {
        var seen = context.Request.Form["version"].ToString();
        if (form.IsValid && !MenuAddress.IsFit(form.Value.Address)) form.AddError("address", Text(context, "look.link.address_wrong"));
        if (!form.IsValid) return View(at, seen, form, context);
        var link = new OwnLink(Prefix + (at == New ? Guid.CreateVersion7().ToString() : at), new(form.Value.Text, form.Value.TextEn), form.Value.Address);
        if (await look.ChangeAsync(context, present => Put(present, at, seen, link), stop)) return Page.SeeOther($"{ManageLook.Path}/menu", message: "edit.saved");
        form.AddError("", Text(context, "stale.order"));
        return View(at, seen, form, context);
    }

    public async Task<Page> RemoveAsync(string at, HttpContext context, CancellationToken stop)
    {
        await look.ChangeAsync(context, present => present with { Links = [.. present.Links.Where(link => link.Key != Prefix + at)] }, stop);
        return Page.SeeOther($"{ManageLook.Path}/menu", message: "edit.removed");
    }

    static VillageLook? Put(VillageLook present, string at, string seen, OwnLink link)
    {
        if (at == New) return present.Links.Count < MostLinks ? present with { Links = [.. present.Links, link] } : null;
        if (Find(present, at) is not { } before || Fingerprint.Of(before) != seen) return null;
        return present with { Links = [.. present.Links.Select(other => other.Key == link.Key ? link : other)] };
    }

    static OwnLink? Find(VillageLook look, string at) => look.Links.FirstOrDefault(link => link.Key == Prefix + at);

    static Page View(string at, string version, Form form, HttpContext context) =>
        Page.View("console-look-link", new { at, version, may_change = Rights.HoldsToChange(context, HostPermissions.Look) }, form);

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}

/// <summary>An entry of the menu as it is typed.</summary>
sealed record LinkForm(
    [Required, StringLength(40), Display(Name = "look.link.text")] string Text,
    [StringLength(40), Display(Name = "look.link.text_en")] string TextEn,
    [Required, StringLength(400), Display(Name = "look.link.address")] string Address);

/// <summary>Where an entry of the menu may lead.</summary>
static class MenuAddress
{
    public static bool IsFit(string address) => address.StartsWith('/')
        ? address is not ['/', '/' or '\\', ..] && !address.Contains('\\', StringComparison.Ordinal)
        : Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme == Uri.UriSchemeHttps && whole.UserInfo.Length == 0;
}
