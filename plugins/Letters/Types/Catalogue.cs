using System.Collections.Concurrent;
using System.Reflection;

namespace SmartKampung.Letters.Types;

/// <summary>The letter types that every village starts with, as the module brings them: <c>catalogue/SLUG.json</c>, the body beside it.</summary>
sealed class Catalogue
{
    const string Folder = "catalogue/";

    static readonly Assembly Module = typeof(Catalogue).Assembly;

    readonly ConcurrentDictionary<string, bool> templates = new();

    public IReadOnlyList<LetterType> Types { get; } = [.. Names().Select(Read).OrderBy(type => type.Name.Indonesian, StringComparer.Ordinal)];

    public LetterType? Find(string slug) => Types.FirstOrDefault(type => type.Slug == slug);

    /// <summary>Whether the body of a type is a template; told once for each text.</summary>
    public bool IsTemplate(LetterType type, IPapers papers) =>
        Find(type.Slug)?.Body == type.Body ? templates.GetOrAdd(type.Slug, _ => papers.FindMistake(type.Body) is null) : papers.FindMistake(type.Body) is null;

    static IEnumerable<string> Names() => Module.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal));

    static LetterType Read(string name)
    {
        using var file = Module.GetManifestResourceStream(name)!;
        var type = LetterJson.Read(file) ?? throw new InvalidOperationException($"{name} is empty.");
        return type with { Body = BodyOf(type.Slug) };
    }

    static string BodyOf(string slug)
    {
        using var file = Module.GetManifestResourceStream($"{Folder}{slug}.html") ?? throw new InvalidOperationException($"{Folder}{slug}.html is missing.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
