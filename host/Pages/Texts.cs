using System.Collections.Frozen;
using System.Text;

namespace SmartKampung.Host.Pages;

/// <summary>The texts of one owner in one language: the first source that has the key, or the key itself.</summary>
sealed class Texts(string language, IEnumerable<FrozenDictionary<string, string>> sources) : ITexts
{
    readonly FrozenDictionary<string, string> texts = sources.SelectMany(source => source).DistinctBy(text => text.Key).ToFrozenDictionary(StringComparer.Ordinal);

    public string Language { get; } = language;

    public string this[string key, params ReadOnlySpan<object?> arguments] =>
        Find(key) is not { } text ? key : arguments.IsEmpty ? text : Fill(text, arguments);

    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>Not string.Format: a lone brace in a text must not become an error on a page.</summary>
    string Fill(string text, ReadOnlySpan<object?> arguments)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var filled = new StringBuilder(text.Length + 32);
        for (var position = 0; position < text.Length; position++)
            if (IsPlace(text, position, arguments.Length)) filled.Append(Written(arguments[text[(position += 2) - 1] - '0']));
            else filled.Append(text[position]);
        return filled.ToString();
    }

    static bool IsPlace(string text, int position, int count) =>
        text[position] == '{' && position + 2 < text.Length && text[position + 2] == '}' && text[position + 1] >= '0' && text[position + 1] - '0' < count;

    string Written(object? argument) => argument switch
    {
        null => "",
        LocalText text => text.In(Language),
        int or long or decimal or double or short => NumberWriting.Number(argument, Language),
        _ => argument.ToString() ?? "",
    };
}
