using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Privacy;

/// <summary>How long is kept what nobody needs any more. Backups have times of their own.</summary>
sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after which a browser that was not heard of is forgotten; its session is over before.</summary>
    [Range(14, 3650)]
    public int DeviceDays { get; set; } = 30;

    /// <summary>Days for which used, locked and expired slips are listed.</summary>
    [Range(1, 3650)]
    public int SlipDays { get; set; } = 30;

    /// <summary>Days for which messages that were sent, offered or given up are kept.</summary>
    [Range(1, 3650)]
    public int MessageDays { get; set; } = 90;

    /// <summary>Days for which answered requests about personal data are kept.</summary>
    [Range(365, 36_500)]
    public int RequestDays { get; set; } = 1826;

    /// <summary>Minutes for which a form is kept that came after its session's end.</summary>
    [Range(1, 120)]
    public int FormMinutes { get; set; } = 15;

    /// <summary>Days for which slow requests are listed.</summary>
    [Range(1, 30)]
    public int SlowRequestDays { get; set; } = 1;
}
