using System.Security.Cryptography;
using System.Text;

namespace SmartKampung.Letters.Issued;

/// <summary>The code that a letter is checked by: 128 bits by chance in 26 letters and digits that can't be mistaken for others (Crockford's base 32).</summary>
static class LetterCode
{
    public const int Length = 26;

    const int Bytes = 16;
    const int BitsOfLetter = 5;
    const int Group = 5;
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New()
    {
        var number = new UInt128(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(Bytes / 2)), BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(Bytes / 2)));
        return string.Create(Length, number, static (letters, rest) =>
        {
            for (var i = letters.Length - 1; i >= 0; i--, rest >>= BitsOfLetter) letters[i] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>The code that somebody typed, in any case, with spaces or dashes; null where it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > Length * 2) return null;
        var code = new StringBuilder(Length);
        foreach (var letter in typed.Where(letter => letter is not (' ' or '-')))
        {
            var meant = char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var same => same };
            if (!Alphabet.Contains(meant)) return null;
            code.Append(meant);
        }

        return code.Length == Length ? code.ToString() : null;
    }

    /// <summary>For who types it from paper.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(Group).Select(letters => new string(letters)));
}
