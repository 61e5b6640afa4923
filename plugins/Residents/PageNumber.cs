using System.Globalization;

namespace SmartKampung.Residents;

/// <summary>Which page of a list is asked for: what "halaman" says, 1 where it says nothing that is a page.</summary>
static class PageNumber
{
    public static int Of(string? halaman) =>
        int.TryParse(halaman, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    public static int Last(int count, int size) => Math.Max(1, (count + size - 1) / size);
}
