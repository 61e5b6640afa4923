namespace SmartKampung.Host.Pages;

/// <summary>Names the places where templates can be edited, as they are written in stored documents.</summary>
static class TemplateScope
{
    public const string Regency = "regency";

    public static string District(string code) => "district:" + code;

    public static string Of(Village village) => "village:" + village.Id;
}
