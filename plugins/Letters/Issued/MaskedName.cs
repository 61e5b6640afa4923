namespace SmartKampung.Letters.Issued;

/// <summary>A name that who knows it recognizes and who doesn't can't read: the first letter of each word.</summary>
static class MaskedName
{
    const string Hidden = "***";

    public static string Of(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).Select(word => word[..(char.IsHighSurrogate(word[0]) && word.Length > 1 ? 2 : 1)] + Hidden));
}
