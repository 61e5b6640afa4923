using AngleSharp.Dom;

namespace SmartKampung.Host.Pages;

/// <summary>What an allowed element may say: its attributes where they belong, pictures of the site alone, outside links without an opener.</summary>
static class CleanedElement
{
    static readonly Dictionary<string, string[]> Belonging = new()
    {
        ["href"] = ["a"],
        ["rel"] = [],
        ["src"] = ["img"],
        ["alt"] = ["img"],
        ["width"] = ["img"],
        ["height"] = ["img"],
        ["loading"] = ["img"],
        ["scope"] = ["th"],
        ["data-label"] = ["td"],
        ["class"] = ["table", "th", "td"],
    };

    public static void Finish(IElement element)
    {
        foreach (var attribute in element.Attributes.Where(attribute => !IsKept(element, attribute)).ToList())
            element.RemoveAttribute(attribute.Name);
        if (element.LocalName == "img") FinishPicture(element);
        if (element.LocalName == "a" && IsOutside(element.GetAttribute("href") ?? "")) element.SetAttribute("rel", "noopener");
    }

    static bool IsKept(IElement element, IAttr attribute)
    {
        if (!Belonging.TryGetValue(attribute.Name, out var elements) || !elements.Contains(element.LocalName)) return false;
        return attribute.Name switch
        {
            "class" => attribute.Value == (element.LocalName == "table" ? "rows" : "number"),
            "scope" => attribute.Value is "col" or "row",
            "loading" => attribute.Value is "lazy" or "eager",
            "width" or "height" => attribute.Value.Length is > 0 and < 6 && attribute.Value.All(char.IsAsciiDigit),
            _ => true,
        };
    }

    static void FinishPicture(IElement picture)
    {
        if (!IsOfSite(picture.GetAttribute("src") ?? "")) picture.Remove();
        else if (!picture.HasAttribute("alt")) picture.SetAttribute("alt", "");
    }

    /// <summary>A stored file below /berkas/, or a relative address; nothing with a scheme or another host.</summary>
    static bool IsOfSite(string address)
    {
        if (address.Length == 0 || address.Contains('\\', StringComparison.Ordinal) || address.Any(char.IsControl)) return false;
        if (address.StartsWith("//", StringComparison.Ordinal)) return false;
        if (address[0] == '/') return address.Contains("/berkas/", StringComparison.Ordinal);
        return !address.Contains(':', StringComparison.Ordinal);
    }

    static bool IsOutside(string address) =>
        address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.StartsWith("//", StringComparison.Ordinal);
}
