using System.Text.RegularExpressions;

namespace SmartKampung.Host.Pages;

/// <summary>Names the places where templates can be edited, as they are written in stored documents.</summary>
static partial class TemplateScope
{
    public const string Regency = "regency";

    /// <returns>The scope, or null for what is no district's code, such as 35.10.24.</returns>
    public static string? District(string? code) => code is not null && DistrictCode().IsMatch(code) ? "district:" + code : null;

    public static string Of(Village village) => "village:" + village.Id;

    [GeneratedRegex(@"^\d{2}\.\d{2}\.\d{2}\z")]
    private static partial Regex DistrictCode();
}
