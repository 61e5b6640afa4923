using System.Numerics;

namespace SmartKampung.Host.Villages;

/// <summary>Which letters a word has, however often: tells in a moment that two words are too far apart to be measured.</summary>
readonly record struct LetterSet
{
    const int Digits = 26;
    const int Others = 31;

    readonly uint letters;

    LetterSet(uint letters) => this.letters = letters;

    public static LetterSet Of(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << Place(letter);
        return new(letters);
    }

    /// <summary>No fewer letters than this have to be typed, left out or changed: each takes away one letter of a word's own and brings one of the other's.</summary>
    public int DistanceAtLeast(LetterSet other) =>
        Math.Max(BitOperations.PopCount(letters & ~other.letters), BitOperations.PopCount(other.letters & ~letters));

    static int Place(char letter) => letter switch
    {
        >= 'a' and <= 'z' => letter - 'a',
        >= '0' and <= '9' => Digits + ((letter - '0') / 2),
        _ => Others,
    };
}
