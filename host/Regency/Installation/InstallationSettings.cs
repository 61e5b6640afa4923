using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Regency;

/// <summary>What the regency sets for the installation; each stands for a key of the configuration.</summary>
sealed record InstallationSettings
{
    [Required, StringLength(80), Display(GroupName = "site")]
    public string SiteName { get; init; } = "SmartKampung";

    [RegularExpression(@"(https?://[a-zA-Z0-9.\-]+(:\d{1,5})?)?"), StringLength(200), Display(GroupName = "site")]
    public string SiteAddress { get; init; } = "";

    [RegularExpression(@"[ ,]*([a-zA-Z0-9\-]+(\.[a-zA-Z0-9\-]+)+([ ,]+|$))*"), StringLength(1000), Display(GroupName = "site")]
    public string SiteHostNames { get; init; } = "";

    [Display(GroupName = "site")]
    public bool OffersEnglish { get; init; } = true;

    [StringLength(200), RegularExpression(@"[a-zA-Z0-9.\-:]*"), Display(GroupName = "mail")]
    public string MailHost { get; init; } = "";

    [Range(1, 65535), Display(GroupName = "mail")]
    public int MailPort { get; init; } = 587;

    [AllowedValues("Auto", "StartTls", "SslOnConnect", "None"), Display(GroupName = "mail")]
    public string MailSecurity { get; init; } = "Auto";

    [StringLength(200), Display(GroupName = "mail")]
    public string MailUser { get; init; } = "";

    [StringLength(200), DataType(DataType.Password), Display(GroupName = "mail")]
    public string MailPassword { get; init; } = "";

    [Required, EmailAddress, StringLength(200), Display(GroupName = "mail")]
    public string MailFrom { get; init; } = "smartkampung@localhost";

    [Range(14, 3650), Display(GroupName = "retention")]
    public int DeviceDays { get; init; } = 30;

    [Range(1, 3650), Display(GroupName = "retention")]
    public int SlipDays { get; init; } = 30;

    [Range(1, 3650), Display(GroupName = "retention")]
    public int MessageDays { get; init; } = 90;

    [Range(365, 36_500), Display(GroupName = "retention")]
    public int RequestDays { get; init; } = 1826;

    [Range(1, 120), Display(GroupName = "retention")]
    public int FormMinutes { get; init; } = 15;

    [Range(1, 30), Display(GroupName = "retention")]
    public int SlowRequestDays { get; init; } = 1;
}

/// <summary>Which key of the configuration a setting stands for.</summary>
static class InstallationKeys
{
    static readonly Dictionary<string, string> Keys = new()
    {
        ["siteName"] = "Site:Name",
        ["siteAddress"] = "Site:Address",
        ["siteHostNames"] = "Site:HostNames",
        ["offersEnglish"] = "Site:English",
        ["mailHost"] = "Smtp:Host",
        ["mailPort"] = "Smtp:Port",
        ["mailSecurity"] = "Smtp:Security",
        ["mailUser"] = "Smtp:User",
        ["mailPassword"] = "Smtp:Password",
        ["mailFrom"] = "Smtp:From",
        ["deviceDays"] = "Retention:DeviceDays",
        ["slipDays"] = "Retention:SlipDays",
        ["messageDays"] = "Retention:MessageDays",
        ["requestDays"] = "Retention:RequestDays",
        ["formMinutes"] = "Retention:FormMinutes",
        ["slowRequestDays"] = "Retention:SlowRequestDays",
    };

    public static string Of(string setting) => Keys[setting];
}

/// <summary>The values that are set, as JSON by their names; secrets are protected by the installation's keys.</summary>
sealed record InstallationValues : Document
{
    public static readonly Guid Key = new("5a1c2b7e-0d0f-4c52-9f0a-6d1b8a7c3e10");

    public Dictionary<string, string> Values { get; init; } = [];
}
