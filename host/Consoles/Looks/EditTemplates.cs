using System.ComponentModel.DataAnnotations;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>Edits a template of the village: tried on by whoever edits it, then published, with the original beside it.</summary>
sealed class EditTemplates(VillageTemplates templates, StoredOverrides overrides, TemplateDrafts drafts, TextLibrary library)
{
    public Page List(HttpContext context) => Page.View("console-templates", new { groups = templates.Of(context), may_change = MayChange(context) });

    public Page Show(string owner, string name, HttpContext context)
    {
        if (templates.OriginalOf(owner, name, context) is not { } original) return Page.NotFound();
        var edited = EditedOf(owner, name, context);
        var draft = DraftOf(owner, name, context);
        return View(owner, name, original, Form.Of(new TemplateForm(draft?.Text ?? edited?.Text ?? original, templates.PageOf(owner, name), "")), edited?.Version ?? 0, context);
    }

    public async Task<Page> SaveAsync(string owner, string name, Form<TemplateForm> form, HttpContext context, CancellationToken stop)
    {
        if (templates.OriginalOf(owner, name, context) is not { } original) return Page.NotFound();
        var seen = VersionIn(context);
        var text = (context.Request.Form["text"].ToString()).ReplaceLineEndings("\n");
        if (text.Length <= TemplateLimits.TemplateLength && EditTemplate.Mistake(owner, name, text) is { } mistake)
            form.AddError("text", library.For(PageOwner.Host.Id, context)["look.template.mistake", mistake.Line, mistake.Column, mistake.Reason]);
        if (!form.IsValid) return View(owner, name, original, form, seen, context);
        if (form.Value.Do == "preview") return Preview(owner, name, text, form, original, seen, context);
        var edited = new TemplateOverride { Scope = ScopeOf(context), Owner = owner, Name = name, Text = text, BaseHash = StoredOverrides.HashOf(original) };
        if (await overrides.SaveAsync(edited, PersonOf(context), seen, stop)) return Published(owner, name, "look.template.published", context);
        form.AddError("text", Text(context, "look.template.stale"));
        return View(owner, name, original, form, EditedOf(owner, name, context)?.Version ?? 0, context, isStale: true);
    }

    /// <summary>Throws the draft away.</summary>
    public Page Drop(string owner, string name, HttpContext context)
    {
        drafts.Drop(AccountOf(context), PresentVillage.Of(context)!.Id, owner, name);
        return Page.SeeOther(PathOf(owner, name), message: "look.template.dropped");
    }

    public async Task<Page> BackToOriginalAsync(string owner, string name, HttpContext context, CancellationToken stop)
    {
        if (EditedOf(owner, name, context) is not { } edited) return Page.NotFound();
        return await overrides.RemoveAsync(edited, PersonOf(context), VersionIn(context), stop) ? Published(owner, name, "look.template.is_original", context) : Page.SeeOther(PathOf(owner, name), message: "look.template.stale");
    }

    public async Task<Page> HistoryAsync(string owner, string name, HttpContext context, CancellationToken stop)
    {
        if (templates.OriginalOf(owner, name, context) is not { } original) return Page.NotFound();
        var revisions = await overrides.HistoryAsync(ScopeOf(context), owner, name, stop);
        var texts = revisions.Select(revision => revision.IsOriginal ? original : revision.Text).Append(original).ToArray();
        return Page.View("console-template-history", new
        {
            owner,
            name,
            version = $"{EditedOf(owner, name, context)?.Version ?? 0}",
            revisions = revisions.Select((revision, place) => new ShownRevision(revision.Id, revision.By, revision.At, revision.IsOriginal, TextDifference.Between(texts[place + 1], texts[place]))).ToArray(),
            may_change = MayChange(context),
        }, Form.Empty<Confirmation>());
    }

    public async Task<Page> RestoreAsync(string owner, string name, string at, HttpContext context, CancellationToken stop)
    {
        var revisions = await overrides.HistoryAsync(ScopeOf(context), owner, name, stop);
        if (templates.OriginalOf(owner, name, context) is not { } original || revisions.FirstOrDefault(revision => $"{revision.Id}" == at && !revision.IsOriginal) is not { } chosen) return Page.NotFound();
        var edited = new TemplateOverride { Scope = ScopeOf(context), Owner = owner, Name = name, Text = chosen.Text, BaseHash = StoredOverrides.HashOf(original) };
        return await overrides.SaveAsync(edited, PersonOf(context), VersionIn(context), stop) ? Published(owner, name, "look.template.restored", context) : Page.SeeOther(PathOf(owner, name), message: "look.template.stale");
    }

    Page Preview(string owner, string name, string text, Form<TemplateForm> form, string original, int seen, HttpContext context)
    {
        var draft = new TemplateDraft(AccountOf(context), PresentVillage.Of(context)!.Id, owner, name, text);
        if (MenuAddress.IsFit(form.Value.Page) && form.Value.Page.StartsWith('/'))
        {
            drafts.Keep(draft);
            return Page.SeeOther($"{form.Value.Page}{(form.Value.Page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{TemplateDrafts.QueryKey}={draft.Id}");
        }

        form.AddError("page", Text(context, "look.template.page_wrong"));
        return View(owner, name, original, form, seen, context);
    }

    Page Published(string owner, string name, string message, HttpContext context)
    {
        drafts.Drop(AccountOf(context), PresentVillage.Of(context)!.Id, owner, name);
        return Page.SeeOther(PathOf(owner, name), message: message);
    }

    Page View(string owner, string name, string original, Form form, int version, HttpContext context, bool isStale = false)
    {
        var edited = EditedOf(owner, name, context);
        return Page.View("console-template", new
        {
            owner,
            name,
            original,
            version = $"{version}",
            is_edited = edited is not null,
            has_moved_on = edited is not null && edited.BaseHash != StoredOverrides.HashOf(original),
            has_draft = DraftOf(owner, name, context) is not null,
            published = isStale ? edited?.Text ?? original : null,
            may_change = MayChange(context),
        }, form);
    }

    TemplateOverride? EditedOf(string owner, string name, HttpContext context) => overrides.Get(ScopeOf(context), owner, name);

    TemplateDraft? DraftOf(string owner, string name, HttpContext context) => drafts.Find(AccountOf(context), PresentVillage.Of(context)!.Id, owner, name);

    static string PathOf(string owner, string name) => $"{ManageLook.Path}/templat/{owner}/{name}";

    static string ScopeOf(HttpContext context) => TemplateScope.Of(PresentVillage.Of(context)!);

    static Guid AccountOf(HttpContext context) => SignedIn.Of(context)?.Account.Id ?? Guid.Empty;

    static string PersonOf(HttpContext context) => SignedIn.Of(context)?.Account.Name ?? "";

    static int VersionIn(HttpContext context) => int.TryParse(context.Request.Form["version"], out var version) ? version : -1;

    static bool MayChange(HttpContext context) => Rights.HoldsToChange(context, HostPermissions.Look);

    string Text(HttpContext context, string key) => library.For(PageOwner.Host.Id, context)[key];
}

/// <param name="Text">The template.</param>
/// <param name="Page">The page that it is tried on.</param>
/// <param name="Do">preview, or publish.</param>
sealed record TemplateForm(
    [StringLength(TemplateLimits.TemplateLength), Display(Name = "look.template.text")] string Text,
    [StringLength(200), Display(Name = "look.template.page")] string Page,
    string Do);

sealed record ShownRevision(Guid Id, string By, DateTimeOffset At, bool IsOriginal, IReadOnlyList<DifferentLine>? Lines);
