namespace SmartKampung.Host.Villages;

/// <summary>Codes by Kemendagri: province, regency, district and village, as in <c>35.10.24.2008</c>.</summary>
static class VillageCode
{
    const string Shape = "00.00.00.0000";

    public static bool IsValid(string code) => HasShape(code, Shape);

    public static bool IsPostalCode(string code) => code.Length == 0 || HasShape(code, "00000");

    public static string District(string code) => code[..8];

    public static string Regency(string code) => code[..5];

    static bool HasShape(string text, string shape) =>
        text.Length == shape.Length && text.Zip(shape).All(pair => pair.Second == '.' ? pair.First == '.' : char.IsAsciiDigit(pair.First));
}
