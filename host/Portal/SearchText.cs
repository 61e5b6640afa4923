using System.Globalization;

namespace SmartKampung.Host.Portal;

/// <summary>What was typed into a search field: trimmed and not longer than a reader types; null when there is nothing.</summary>
sealed record SearchText
{
    const int MaxLength = 100;

    public SearchText(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length > MaxLength) text = text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        Value = text.Length == 0 ? null : text;
    }

    public string? Value { get; }
}

/// <summary>The number of a page in a list; anything else than a number from 1 is the first.</summary>
static class PageNumber
{
    public static int Of(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
}
