using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>All templates below one folder, compiled when the folder is added; while developing, a changed file is compiled again.</summary>
sealed partial class TemplateFolder
{
    static readonly string[] NoTemplates = ["assets", "locales"];

    readonly ConcurrentDictionary<string, (CompiledTemplate Template, DateTime Written)> templates = new(StringComparer.Ordinal);
    readonly string folder;
    readonly Func<string, string> ownerOf;
    readonly bool reloads;

    /// <param name="folder">The folder, which need not exist.</param>
    /// <param name="ownerOf">Whose template it is, by its name.</param>
    /// <param name="reloads">Whether to look for changed files at each use.</param>
    public TemplateFolder(string folder, Func<string, string> ownerOf, bool reloads)
    {
        (this.folder, this.ownerOf, this.reloads) = (folder, ownerOf, reloads);
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories))
            if (NameOf(file) is { } name) Compile(name, file);
    }

    public IEnumerable<string> Names => templates.Keys;

    public CompiledTemplate? Find(string name)
    {
        if (reloads) Refresh(name);
        return templates.TryGetValue(name, out var found) ? found.Template : null;
    }

    public string? TextOf(string name) => Find(name) is null ? null : File.ReadAllText(PathOf(name));

    void Refresh(string name)
    {
        if (!NamePattern().IsMatch(name)) return;
        var file = PathOf(name);
        if (!File.Exists(file)) templates.TryRemove(name, out _);
        else if (!templates.TryGetValue(name, out var known) || known.Written != File.GetLastWriteTimeUtc(file)) Compile(name, file);
    }

    void Compile(string name, string file)
    {
        var written = File.GetLastWriteTimeUtc(file);
        templates[name] = (CompiledTemplate.Parse(ownerOf(name), name, file, File.ReadAllText(file), isTrusted: true), written);
    }

    string? NameOf(string file)
    {
        var name = Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/');
        return NoTemplates.Contains(name.Split('/')[0]) ? null : name;
    }

    string PathOf(string name) => Path.Combine(folder, name + ".html");

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)?$")]
    private static partial Regex NamePattern();
}
