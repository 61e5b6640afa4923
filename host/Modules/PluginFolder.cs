namespace SmartKampung.Host.Modules;

/// <summary>The folder whose subfolders are plugins.</summary>
sealed record PluginFolder(string Path)
{
    /// <summary>Every subfolder; one without module.json is found too, so that the mistake is told.</summary>
    public IReadOnlyList<Module> Find() =>
        Directory.Exists(Path) ? [.. Directory.EnumerateDirectories(Path).Order(StringComparer.Ordinal).Select(folder => new Module(folder))] : [];
}
