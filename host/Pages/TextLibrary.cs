using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace SmartKampung.Host.Pages;

/// <summary>The texts of the theme and of every module, by language.</summary>
sealed class TextLibrary(ThemeFolder theme)
{
    static readonly string[] Languages = ["id", "en"];
    static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Nothing = new Dictionary<string, Dictionary<string, string>>();

    readonly ConcurrentDictionary<(string Owner, string Language), Texts> made = new();
    readonly ConcurrentDictionary<string, OwnerTexts> owners = new();

    /// <param name="owner">The module's id.</param>
    /// <param name="folder">The module's folder of id.json and en.json, which need not exist.</param>
    /// <param name="manifest">The texts that module.json holds itself, by language.</param>
    /// <exception cref="FormatException">A file is not an object of strings.</exception>
    public void AddModule(string owner, string folder, IReadOnlyDictionary<string, Dictionary<string, string>>? manifest = null)
    {
        owners[owner] = OwnerTexts.Read(folder, manifest ?? Nothing);
        Forget();
    }

    public void RemoveModule(string owner)
    {
        owners.TryRemove(owner, out _);
        Forget();
    }

    public ITexts For(string owner, HttpContext? context) => For(owner, RequestLanguage.Of(context));

    public ITexts For(string owner, string language)
    {
        if (theme.Reloads && owners.Values.Any(texts => texts.IsStale)) Reload();
        return made.GetOrAdd((owner, language), key => new Texts(key.Language, Sources(key.Owner, key.Language)));
    }

    void Reload()
    {
        foreach (var (owner, texts) in owners) owners[owner] = texts.ReadAgain();
        Forget();
    }

    void Forget() => made.Clear();

    List<FrozenDictionary<string, string>> Sources(string owner, string language)
    {
        var host = owners.GetOrAdd(PageOwner.Host.Id, _ => OwnerTexts.Read(Path.Combine(theme.Path, "locales"), Nothing));
        var own = owners.GetValueOrDefault(owner, host);
        return [own.In(language), own.In("id"), host.In(language), host.In("id")];
    }

    /// <summary>What one owner's files say.</summary>
    sealed class OwnerTexts(string folder, IReadOnlyDictionary<string, Dictionary<string, string>> manifest, DateTime written)
    {
        readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage =
            Languages.ToFrozenDictionary(language => language, language => ReadLanguage(folder, language, manifest));

        public bool IsStale => WrittenAt(folder) != written;

        public static OwnerTexts Read(string folder, IReadOnlyDictionary<string, Dictionary<string, string>> manifest) =>
            new(folder, manifest, WrittenAt(folder));

        public OwnerTexts ReadAgain() => Read(folder, manifest);

        public FrozenDictionary<string, string> In(string language) => byLanguage[language];

        static DateTime WrittenAt(string folder) => Languages.Max(language => File.GetLastWriteTimeUtc(FileOf(folder, language)));

        static string FileOf(string folder, string language) => Path.Combine(folder, language + ".json");

        static FrozenDictionary<string, string> ReadLanguage(
            string folder, string language, IReadOnlyDictionary<string, Dictionary<string, string>> manifest)
        {
            var texts = new Dictionary<string, string>(manifest.GetValueOrDefault(language) ?? [], StringComparer.Ordinal);
            var file = FileOf(folder, language);
            if (File.Exists(file)) foreach (var (key, text) in Parse(file)) texts[key] = text;
            return texts.ToFrozenDictionary(StringComparer.Ordinal);
        }

        static Dictionary<string, string> Parse(string file)
        {
            try
            {
                return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? [];
            }
            catch (JsonException wrong)
            {
                throw new FormatException($"{file}:{wrong.LineNumber + 1}:{wrong.BytePositionInLine + 1}: {wrong.Message}", wrong);
            }
        }
    }
}
