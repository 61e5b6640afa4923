using SmartKampung.Host.Modules;
using SmartKampung.Host.Pages;
using SmartKampung.Host.Settings;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Consoles.Looks;

/// <summary>The templates of a village's public pages: the theme's, and those of the modules that it has on.</summary>
sealed class VillageTemplates(TemplateLibrary templates, StoredOverrides overrides, ModuleHost modules, ModuleSwitches switches)
{
    /// <summary>What belongs to consoles, accounts and the portal is not a village's.</summary>
    static readonly string[] NotOfVillages = ["console", "portal-", "account", "sign-in", "slip", "second-step", "regency-", "areas", "token", "lost", "kept-form", "new-password", "passkey", "recovery-codes", "app-key", "maintenance"];

    static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["village-profile"] = "/profil", ["village-facts"] = "/profil", ["village-qr"] = "/qr", ["village-sitemap"] = "/peta-situs",
        ["village-search"] = "/cari?cari=desa", ["found-list"] = "/cari?cari=desa", ["status-404"] = "/tidak-ada",
    };

    public IReadOnlyList<TemplateGroup> Of(HttpContext context) =>
        [.. OwnersIn(context).Select(owner => new TemplateGroup(owner.Name, [.. NamesOf(owner.Id).Select(name => LineOf(owner.Id, name, context))])).Where(group => group.Templates.Count > 0)];

    /// <summary>The text that the village's would replace, or null for what is no template of it.</summary>
    public string? OriginalOf(string owner, string name, HttpContext context) =>
        OwnersIn(context).Any(found => found.Id == owner) && NamesOf(owner).Contains(name) ? templates.BaseText(owner, name) : null;

    /// <summary>A page where the template shows.</summary>
    public string PageOf(string owner, string name) =>
        modules.Find(owner)?.Manifest.Places.FirstOrDefault() ?? Pages.GetValueOrDefault(name, "/");

    IEnumerable<string> NamesOf(string owner) =>
        templates.NamesOf(owner).Where(name => owner != PageOwner.Host.Id || !Array.Exists(NotOfVillages, start => name.StartsWith(start, StringComparison.Ordinal)));

    IEnumerable<(string Id, string Name)> OwnersIn(HttpContext context) =>
    [
        (PageOwner.Host.Id, ""),
        .. from capsule in modules.Running
           where switches.IsOn(PresentVillage.Of(context)!, capsule.Id)
           select (capsule.Id, RequestLanguage.Of(context) == "en" ? capsule.Manifest.Name.En : capsule.Manifest.Name.Id),
    ];

    TemplateLine LineOf(string owner, string name, HttpContext context)
    {
        var edited = overrides.Get(TemplateScope.Of(PresentVillage.Of(context)!), owner, name);
        return new(owner, name, edited is not null, edited is not null && edited.BaseHash != StoredOverrides.HashOf(templates.BaseText(owner, name)));
    }
}

/// <summary>The templates of one owner.</summary>
/// <param name="Name">The module's name, or empty for the theme.</param>
/// <param name="Templates">In order.</param>
sealed record TemplateGroup(string Name, IReadOnlyList<TemplateLine> Templates);

/// <param name="Owner">Whose it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsEdited">Whether the village edited it.</param>
/// <param name="HasMovedOn">Whether what it replaced has changed since.</param>
sealed record TemplateLine(string Owner, string Name, bool IsEdited, bool HasMovedOn);
