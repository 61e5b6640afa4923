namespace SmartKampung.Host.Villages;

/// <summary>Host names of a village's own, such as tamansari.desa.id.</summary>
static class HostName
{
    const int MaxLength = 253;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && name.Contains('.') && name.Split('.').All(IsLabel) && !char.IsAsciiDigit(name[^1]);

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
