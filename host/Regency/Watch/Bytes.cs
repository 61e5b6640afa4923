using SmartKampung.Host.Pages;

namespace SmartKampung.Host.Regency;

/// <summary>Writes bytes as people read them.</summary>
static class Bytes
{
    static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static string Write(long bytes, string language)
    {
        var (size, unit) = ((decimal)bytes, 0);
        for (; size >= 1000 && unit < Units.Length - 1; unit++) size /= 1000;
        return $"{NumberWriting.Number(Math.Round(size, unit == 0 ? 0 : 1), language)} {Units[unit]}";
    }
}
