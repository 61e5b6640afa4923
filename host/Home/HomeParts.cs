using SmartKampung.Host.Modules;
using SmartKampung.Host.Villages;

namespace SmartKampung.Host.Home;

/// <summary>The parts of a village's home page below its picture, in the order that the village chose.</summary>
static class HomeParts
{
    static readonly string[] First = ["services"];
    static readonly string[] Last = ["pictures", "officials", "office", "figures", "neighbours"];

    /// <summary>The order that they have by themselves.</summary>
    public static IReadOnlyList<string> Keys(IEnumerable<string> sections) => [.. First, .. sections, .. Last];

    public static IReadOnlyList<HomePart> Of(VillageLook look, IReadOnlyList<HomeSectionHtml> sections) =>
        [.. Arrangement.Of(look.Home, Keys(sections.Select(section => section.Key))).Where(part => !part.IsHidden).Select(part => PartOf(part.Key, sections))];

    static HomePart PartOf(string key, IReadOnlyList<HomeSectionHtml> sections) =>
        sections.FirstOrDefault(section => section.Key == key) is { } section ? new("", section.Html) : new(key, new Html(""));
}

/// <summary>A part of the home page.</summary>
/// <param name="Name">Which of the host's own it is; empty for a module's.</param>
/// <param name="Html">A module's part.</param>
sealed record HomePart(string Name, Html Html);
