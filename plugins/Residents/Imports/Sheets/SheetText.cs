using System.Globalization;

namespace SmartKampung.Residents.Imports;

/// <summary>What a cell says, without what nobody sees.</summary>
static class SheetText
{
    /// <summary>Without invisible letters, which registers' exports are full of, and with one blank where there were several.</summary>
    public static string Clean(string cell)
    {
        var seen = cell.Where(letter => !char.IsControl(letter) || char.IsWhiteSpace(letter)).Where(letter => char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse));
        var clean = string.Join(' ', string.Concat(seen).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length > SheetLimits.Letters ? clean[..SheetLimits.Letters] : clean;
    }
}
