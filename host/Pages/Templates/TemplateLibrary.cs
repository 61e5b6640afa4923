using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace SmartKampung.Host.Pages;

/// <summary>
/// Finds templates: the village's own, its district's, the regency's, the theme's, the module's. A name that a module lacks is looked for
/// among the theme's parts.
/// </summary>
sealed class TemplateLibrary(ThemeFolder theme, ITemplateOverrides overrides)
{
    readonly ConditionalWeakTable<string, CompiledTemplate> edited = [];
    readonly ConcurrentDictionary<string, TemplateFolder> modules = new(StringComparer.Ordinal);
    readonly TemplateFolder themeTemplates = new(theme.Path, OwnerInTheme, theme.Reloads);

    /// <param name="owner">The module's id.</param>
    /// <param name="folder">The module's folder of templates, which need not exist.</param>
    /// <exception cref="TemplateException">A template does not parse.</exception>
    public void AddModule(string owner, string folder) => AddModule(owner, Read(owner, folder));

    /// <inheritdoc cref="AddModule(string, string)" />
    public TemplateFolder Read(string owner, string folder) => new TemplateFolder(folder, _ => owner, theme.Reloads).Checked();

    public void AddModule(string owner, TemplateFolder folder) => modules[owner] = folder;

    public void RemoveModule(string owner) => modules.TryRemove(owner, out _);

    public CompiledTemplate? Find(Village? village, string owner, string name, bool withEdited = true)
    {
        if (withEdited && FindEdited(village, owner, name) is { } found) return found;
        if (owner == PageOwner.Host.Id) return themeTemplates.Find(name);
        return FindOfModule(owner, name) ?? Find(village, PageOwner.Host.Id, name, withEdited);
    }

    /// <summary>All templates of an owner, the theme's own for "host".</summary>
    public IReadOnlyList<string> NamesOf(string owner)
    {
        var own = themeTemplates.Names.Where(name => OwnerInTheme(name) == owner).Select(name => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return [.. own.Concat(modules.TryGetValue(owner, out var folder) ? folder.Names : []).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The text that an edited one replaces, or null where there is no such template.</summary>
    public string? BaseText(string owner, string name)
    {
        if (owner == PageOwner.Host.Id) return themeTemplates.TextOf(name);
        return themeTemplates.TextOf($"{owner}/{name}") ?? (modules.TryGetValue(owner, out var folder) ? folder.TextOf(name) : null);
    }

    CompiledTemplate? FindEdited(Village? village, string owner, string name) => overrides.Find(village, owner, name) is { } text
        ? edited.GetValue(text, text => CompiledTemplate.Parse(owner, name, $"{owner}/{name}.html", text, isTrusted: false))
        : null;

    CompiledTemplate? FindOfModule(string owner, string name) =>
        themeTemplates.Find($"{owner}/{name}") ?? (modules.TryGetValue(owner, out var folder) ? folder.Find(name) : null);

    static string OwnerInTheme(string name) => name.Split('/') is [var owner, _] ? owner : PageOwner.Host.Id;
}
