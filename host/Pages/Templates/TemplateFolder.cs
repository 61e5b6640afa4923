using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>All templates below one folder, each compiled when it is first used; while developing, a changed file is compiled again.</summary>
sealed partial class TemplateFolder
{
    static readonly string[] NoTemplates = ["assets", "locales"];

    readonly ConcurrentDictionary<string, TemplateFile> files = new(StringComparer.Ordinal);
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
            if (NameOf(file) is { } name) files[name] = Read(name);
    }

    public IEnumerable<string> Names => files.Keys;

    /// <exception cref="TemplateException">It does not parse.</exception>
    public CompiledTemplate? Find(string name) => FileOf(name)?.Compiled;

    public string? TextOf(string name) => FileOf(name)?.ReadText();

    /// <summary>Compiles all, so that what does not parse is told now and not to a visitor.</summary>
    /// <exception cref="TemplateException">The first that does not parse.</exception>
    public TemplateFolder Checked()
    {
        foreach (var file in files.Values) _ = file.Compiled;
        return this;
    }

    TemplateFile? FileOf(string name)
    {
        if (reloads) Refresh(name);
        return files.GetValueOrDefault(name);
    }

    void Refresh(string name)
    {
        if (!NamePattern().IsMatch(name)) return;
        var path = PathOf(name);
        if (!File.Exists(path)) files.TryRemove(name, out _);
        else if (!files.TryGetValue(name, out var known) || known.Written != File.GetLastWriteTimeUtc(path)) files[name] = Read(name);
    }

    TemplateFile Read(string name) => new(ownerOf(name), name, PathOf(name));

    string? NameOf(string file)
    {
        var name = Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/');
        return NoTemplates.Contains(name.Split('/')[0]) ? null : name;
    }

    string PathOf(string name) => Path.Combine(folder, name + ".html");

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)?$")]
    private static partial Regex NamePattern();
}
