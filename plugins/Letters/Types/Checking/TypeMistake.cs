namespace SmartKampung.Letters.Types;

/// <summary>Something that is wrong with a letter type.</summary>
/// <param name="Key">The key of its text.</param>
/// <param name="Arguments">What it names, such as the field.</param>
sealed record TypeMistake(string Key, params object?[] Arguments)
{
    public string In(ITexts texts) => texts[Key, Arguments];
}
