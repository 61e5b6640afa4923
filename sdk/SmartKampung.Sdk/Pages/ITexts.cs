namespace SmartKampung.Sdk;

/// <summary>The module's texts in the reader's language, from <c>locales/id.json</c>, <c>locales/en.json</c> or module.json.</summary>
public interface ITexts
{
    /// <summary>The reader's language: <c>id</c> or <c>en</c>.</summary>
    string Language { get; }

    /// <summary>
    /// The text of a key, with <c>{0}</c>, <c>{1}</c> filled by the arguments; Indonesian where the language lacks it, the theme's
    /// where the module lacks it, the key itself where nobody has it.
    /// </summary>
    string this[string key, params ReadOnlySpan<object?> arguments] { get; }
}
