using System.Globalization;

namespace SmartKampung.Host.Villages;

/// <summary>Accent colours of villages, which white text must be readable on.</summary>
static class AccentColor
{
    const double LeastContrast = 4.5;

    /// <summary>Whether the colour is written as #rrggbb and has a contrast of at least 4.5:1 with white, as WCAG 2 measures it.</summary>
    public static bool IsReadable(string color) => ContrastWithWhite(color) >= LeastContrast;

    /// <summary>The contrast with white from 1 to 21, or null for what is no colour.</summary>
    public static double? ContrastWithWhite(string color) => Parse(color) is { } rgb ? 1.05 / (Luminance(rgb) + 0.05) : null;

    /// <summary>The same hue, just dark enough for white text; the colour itself where it is; null for what is no colour.</summary>
    public static string? Readable(string color)
    {
        if (Parse(color) is not { } rgb) return null;
        var share = Math.Min(1, ((1.05 / LeastContrast) - 0.05) / Luminance(rgb));
        return share >= 1 ? color : $"#{Darkened(rgb >> 16, share):x2}{Darkened((rgb >> 8) & 0xff, share):x2}{Darkened(rgb & 0xff, share):x2}";
    }

    static int? Parse(string color) =>
        color is ['#', _, _, _, _, _, _] && int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb) ? rgb : null;

    static double Luminance(int rgb) => (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 0xff)) + (0.0722 * Linear(rgb & 0xff));

    /// <summary>Rounded down, so that the whole is never too bright.</summary>
    static int Darkened(int channel, double share)
    {
        var part = Linear(channel) * share;
        return (int)((part <= 0.0031308 ? part * 12.92 : (1.055 * Math.Pow(part, 1 / 2.4)) - 0.055) * 255);
    }

    static double Linear(int channel)
    {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
