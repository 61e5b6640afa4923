using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Home;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>Pages that the village writes itself, such as its history: drafts until they are published.</summary>
sealed class EditOwnPages(OwnPages pages, IHtmlSanitizer sanitizer, TextLibrary library, TimeProvider clock)
{
    public const string Prefix = "page:";

    const string New = "baru";
    const string Listing = $"{ManageLook.Path}/halaman";

    public static Page List(HttpContext context) => Page.View("console-look-pages", new
    {
        listed = PresentVillage.LookOf(context).Pages,
        may_change = MayChange(context),
    });

    public async Task<Page> ShowAsync(string at, HttpContext context, CancellationToken stop)
    {
        if (at == New) return View(at, 0, Form.Empty<OwnPageForm>(), context);
        return await FindAsync(at, context, stop) is { } page ? View(at, page.Version, Form.Of(OwnPageForm.Of(page)), context) : Page.NotFound();
    }

    public async Task<Page> SaveAsync(string at, Form<OwnPageForm> form, HttpContext context, CancellationToken stop)
    {
        var present = await FindAsync(at, context, stop);
        if (present is null && at != New) return Page.NotFound();
        var seen = int.TryParse(context.Request.Form["version"], out var version) ? version : 0;
        if (form.IsValid && SlugOf(form.Value) is { Length: 0 }) form.AddError("slug", Text(context, "look.page.slug_wrong"));
        if (form.IsValid && at == New && PresentVillage.LookOf(context).Pages.Count >= OwnPages.MostPages) form.AddError("", Text(context, "look.page.too_many"));
        if (!form.IsValid) return View(at, seen, form, context);
        var saving = present is not null && present.Version != seen ? PageSaving.Stale : await pages.SaveAsync(Written(form.Value, present, PresentVillage.Of(context)!), stop);
        if (saving == PageSaving.Done) return Page.SeeOther(Listing, message: "edit.saved");
        if (saving == PageSaving.SlugTaken) form.AddError("slug", Text(context, "look.page.slug_taken"));
        else StaleForm.Tell(form, present is null ? null : OwnPageForm.Of(present), library.For(PageOwner.Host.Id, context), PresentVillage.Of(context)!.TimeZone);
        return View(at, present?.Version ?? 0, form, context);
    }

    public async Task<Page> PreviewAsync(string at, HttpContext context, CancellationToken stop) =>
        await FindAsync(at, context, stop) is { } page ? ShowOwnPage.View(page, context) : Page.NotFound();

    public async Task<Page> AskAsync(string at, HttpContext context, CancellationToken stop) =>
        await FindAsync(at, context, stop) is { } page ? Page.View("console-look-page-off", new { at, heading = page.Title, page.Version, may_change = MayChange(context) }, Form.Empty<Confirmation>()) : Page.NotFound();

    public async Task<Page> DeleteAsync(string at, Form<Confirmation> form, HttpContext context, CancellationToken stop)
    {
        if (await FindAsync(at, context, stop) is not { } page) return Page.NotFound();
        if ($"{page.Version}" == context.Request.Form["version"] && await pages.DeleteAsync(page, stop) == PageSaving.Done) return Page.SeeOther(Listing, message: "edit.removed");
        form.AddError("", Text(context, "stale.order"));
        return (await AskAsync(at, context, stop)).With(form);
    }

    VillagePage Written(OwnPageForm form, VillagePage? present, Village village)
    {
        var (title, body) = (new LocalText(form.Title, form.TitleEn), new LocalText(Clean(form.Body), Clean(form.BodyEn)));
        return present is null
            ? new VillagePage { Village = village.Id, Slug = SlugOf(form), Title = title, Body = body, IsPublished = form.IsPublished, ChangedAt = clock.GetUtcNow() }
            : present with { Slug = SlugOf(form), Title = title, Body = body, IsPublished = form.IsPublished, ChangedAt = clock.GetUtcNow() };
    }

    string Clean(string html) => html.Length == 0 ? "" : sanitizer.Sanitize(html).Value;

    static string SlugOf(OwnPageForm form) => Slug.Of(form.Slug.Length > 0 ? form.Slug : form.Title);

    async Task<VillagePage?> FindAsync(string at, HttpContext context, CancellationToken stop) =>
        Guid.TryParse(at, out var id) ? await pages.FindAsync(PresentVillage.Of(context)!.Id, id, stop) : null;

    static Page View(string at, int version, Form form, HttpContext context) =>
        Page.View("console-look-page", new { at, version = $"{version}", may_change = MayChange(context) }, form);

    static bool MayChange(HttpContext context) => Rights.HoldsToChange(context, HostPermissions.Look);

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}

/// <summary>An own page as it is typed. Its texts are HTML with the marks of plain texts, cleaned before they are kept.</summary>
sealed record OwnPageForm(
    [Required, StringLength(120), Display(Name = "look.page.name")] string Title,
    [StringLength(120), Display(Name = "look.page.name_en")] string TitleEn,
    [StringLength(80), Display(Name = "look.page.slug")] string Slug,
    [StringLength(100_000), Display(Name = "look.page.body")] string Body,
    [StringLength(100_000), Display(Name = "look.page.body_en")] string BodyEn,
    [Display(Name = "look.page.published")] bool IsPublished)
{
    public static OwnPageForm Of(VillagePage page) => new(page.Title.Indonesian, page.Title.English, page.Slug, page.Body.Indonesian, page.Body.English, page.IsPublished);
}
