namespace SmartKampung.Residents.People;

/// <summary>What lists show of somebody before their record is opened: enough to tell people apart, too little to copy.</summary>
static class Masks
{
    const int Shown = 3;
    const int LastDigits = 4;
    const string Hidden = "•••";

    /// <summary>The first three letters of each word, as many as a search asks for.</summary>
    public static string Name(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word.Length > Shown ? word[..Shown] : word[..1]) + Hidden));

    /// <summary>The last digits, which tell nothing of birth and region.</summary>
    public static string Number(string? number) => number is { Length: > LastDigits } ? Hidden + number[^LastDigits..] : "";
}
