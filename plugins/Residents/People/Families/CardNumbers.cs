namespace SmartKampung.Residents.People;

/// <summary>Numbers of family cards.</summary>
static class CardNumbers
{
    const int Length = 16;

    public static bool IsRight(string? number) => number is null || (number.Length == Length && number.All(char.IsAsciiDigit));
}
