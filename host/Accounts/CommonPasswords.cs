using System.Collections.Frozen;

namespace SmartKampung.Host.Accounts;

/// <summary>
/// The passwords that are tried first: words, names, phrases and walks over the keyboard, Indonesian and English, from a list that is shipped.
/// Case, blanks and signs count for nothing, and neither do digits around a word.
/// </summary>
static class CommonPasswords
{
    const int ShortestPart = 4;

    static readonly Lazy<FrozenSet<string>> Words = new(Read);

    /// <summary>Whether the password is one of them, is one of them twice, or says no more than the account itself.</summary>
    public static bool Include(string password, Account account)
    {
        var core = CoreOf(password);
        if (core.Length == 0 || IsListed(core)) return true;
        return new[] { account.Login.Split('@')[0], account.Name }.Select(CoreOf).Any(own => own.Length >= ShortestPart && IsMadeOf(core, own));
    }

    static bool IsListed(string core) => Words.Value.Contains(core) || (core.Length % 2 == 0 && core[..(core.Length / 2)] is var half && core.EndsWith(half, StringComparison.Ordinal) && Words.Value.Contains(half));

    static bool IsMadeOf(string core, string part) => core.Replace(part, "", StringComparison.Ordinal).Length == 0;

    /// <summary>Letters and digits in lower case, without the digits before and after the letters; nothing of digits alone.</summary>
    static string CoreOf(string text) => string.Concat(text.Normalize().ToLowerInvariant().Where(char.IsLetterOrDigit)).Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
