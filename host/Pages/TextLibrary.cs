using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SmartKampung.Host.Pages;

/// <summary>The texts of the theme and of every module, by language.</summary>
sealed class TextLibrary(ThemeFolder theme)
{
    static readonly IReadOnlyDictionary<string, Dictionary<string, string>> Nothing = new Dictionary<string, Dictionary<string, string>>();

    readonly ConcurrentDictionary<(string Owner, string Language), Texts> made = new();
    readonly ConcurrentDictionary<string, OwnerTexts> owners = new();

    /// <param name="owner">The module's id.</param>
    /// <param name="folder">The module's folder of id.json and en.json, which need not exist.</param>
    /// <param name="manifest">The texts that module.json holds itself, by language.</param>
    /// <exception cref="FormatException">A file is not an object of strings.</exception>
    public void AddModule(string owner, string folder, IReadOnlyDictionary<string, Dictionary<string, string>>? manifest = null) =>
        AddModule(owner, OwnerTexts.Read(folder, manifest ?? Nothing));

    public void AddModule(string owner, OwnerTexts texts)
    {
        owners[owner] = texts;
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
        return made.GetOrAdd((owners.ContainsKey(owner) ? owner : PageOwner.Host.Id, language), key => new Texts(key.Language, Sources(key.Owner, key.Language)));
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
        return [own.In(language), own.In("id"), host.In(language), host.In("id"), OwnerTexts.BuiltIn.In(language)];
    }
}
