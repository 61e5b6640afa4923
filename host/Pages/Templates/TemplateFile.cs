namespace SmartKampung.Host.Pages;

/// <summary>A template as it lay on the disk when it was found.</summary>
sealed class TemplateFile(string owner, string name, string path)
{
    CompiledTemplate? compiled;

    public DateTime Written { get; } = File.GetLastWriteTimeUtc(path);

    /// <exception cref="TemplateException">It does not parse.</exception>
    public CompiledTemplate Compiled => compiled ?? LazyInitializer.EnsureInitialized(ref compiled, Compile);

    public string ReadText() => File.ReadAllText(path);

    CompiledTemplate Compile() => CompiledTemplate.Parse(owner, name, path, ReadText(), isTrusted: true);
}
