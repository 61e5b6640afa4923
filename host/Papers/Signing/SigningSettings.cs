using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Papers;

/// <summary>How papers are signed: set for the regency, a district or a village.</summary>
sealed record SigningSettings
{
    public SigningWay SigningWay { get; init; }

    [RegularExpression(@"(https?://[a-zA-Z0-9.\-]+(:\d{1,5})?(/[a-zA-Z0-9._\-]+)*)?/?"), StringLength(200), Display(GroupName = "bsre")]
    public string BsreAddress { get; init; } = "";

    [StringLength(200), Display(GroupName = "bsre")]
    public string BsreUser { get; init; } = "";

    [StringLength(200), DataType(DataType.Password), Display(GroupName = "bsre")]
    public string BsrePassword { get; init; } = "";
}
