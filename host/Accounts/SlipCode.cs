using System.Security.Cryptography;

namespace SmartKampung.Host.Accounts;

/// <summary>The code on a slip: two halves of letters and digits that nobody takes for one another, written K7PM-2Q9D.</summary>
readonly record struct SlipCode(string Selector, string Verifier)
{
    const int Half = 4;
    const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static SlipCode Make() => new(RandomNumberGenerator.GetString(Letters, Half), RandomNumberGenerator.GetString(Letters, Half));

    /// <summary>What was typed, in whatever case and with or without the dash; null where it can't be a code.</summary>
    public static SlipCode? Read(string? typed)
    {
        var letters = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return letters.Length == 2 * Half && letters.All(Letters.Contains) ? new(letters[..Half], letters[Half..]) : null;
    }

    public override string ToString() => $"{Selector}-{Verifier}";
}
