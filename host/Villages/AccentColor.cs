using System.Globalization;

namespace SmartKampung.Host.Villages;

/// <summary>Accent colours of villages, which white text must be readable on.</summary>
static class AccentColor
{
    const double LeastContrast = 4.5;

    /// <summary>Whether the colour is written as #rrggbb and has a contrast of at least 4.5:1 with white, as WCAG 2 measures it.</summary>
    public static bool IsReadable(string color)
    {
        if (color is not ['#', _, _, _, _, _, _] || !int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return false;
        var luminance = (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 0xff)) + (0.0722 * Linear(rgb & 0xff));
        return 1.05 / (luminance + 0.05) >= LeastContrast;
    }

    static double Linear(int channel)
    {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
