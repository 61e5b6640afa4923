using System.Collections.Frozen;
using System.Text.Json;

namespace SmartKampung.Host.Pages;

/// <summary>The texts of one owner: what its manifest says, then what its files say.</summary>
sealed class OwnerTexts
{
    static readonly string[] Languages = ["id", "en"];

    readonly string folder;
    readonly IReadOnlyDictionary<string, Dictionary<string, string>> manifest;
    readonly DateTime written;
    readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    OwnerTexts(string folder, IReadOnlyDictionary<string, Dictionary<string, string>> manifest, Func<string, byte[]?> read)
    {
        (this.folder, this.manifest, written) = (folder, manifest, WrittenAt(folder));
        byLanguage = Languages.ToFrozenDictionary(language => language, language => Join(language, read(language)));
    }

    /// <summary>What the functions of templates and the checks of forms say where the theme says nothing else.</summary>
    public static OwnerTexts BuiltIn { get; } = new("", new Dictionary<string, Dictionary<string, string>>(), ReadResource);

    public bool IsStale => WrittenAt(folder) != written;

    /// <exception cref="FormatException">A file is not an object of strings.</exception>
    public static OwnerTexts Read(string folder, IReadOnlyDictionary<string, Dictionary<string, string>> manifest) =>
        new(folder, manifest, language => ReadFile(FileOf(folder, language)));

    public OwnerTexts ReadAgain() => Read(folder, manifest);

    public FrozenDictionary<string, string> In(string language) => byLanguage[language];

    FrozenDictionary<string, string> Join(string language, byte[]? json)
    {
        var texts = new Dictionary<string, string>(manifest.GetValueOrDefault(language) ?? [], StringComparer.Ordinal);
        if (json is not null)
            foreach (var (key, text) in Parse(FileOf(folder, language), json)) texts[key] = text;
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static Dictionary<string, string> Parse(string file, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"{file}:{wrong.LineNumber + 1}:{wrong.BytePositionInLine + 1}: {wrong.Message}", wrong);
        }
    }

    static byte[]? ReadFile(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

    static byte[] ReadResource(string language)
    {
        using var resource = typeof(OwnerTexts).Assembly.GetManifestResourceStream($"locales/{language}.json")!;
        var json = new byte[resource.Length];
        resource.ReadExactly(json);
        return json;
    }

    static DateTime WrittenAt(string folder) => Languages.Max(language => File.GetLastWriteTimeUtc(FileOf(folder, language)));

    static string FileOf(string folder, string language) => Path.Combine(folder, language + ".json");
}
