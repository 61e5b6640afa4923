using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Accounts;

/// <summary>A code as it is typed: six digits of the app, or ten letters and digits of a recovery code, with or without space and dash.</summary>
sealed record TypedCode([Required, RegularExpression(@"\s*(\d{3}\s?\d{3}|[0-9A-Za-z]{5}[\s-]?[0-9A-Za-z]{5})\s*")] string Code)
{
    const int Digits = 6;

    internal string Letters => string.Concat(Code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    internal bool IsOfApp => Letters.Length == Digits;
}
