namespace Panel;

/// <summary>Has a setting of every kind that the console shows, and tells what holds; hangs up posters with pictures of the library.</summary>
public sealed class PanelModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSettings<PanelSettings>()
        .AddDocuments<Poster>()
        .AddMediaUse<Poster>(poster => poster.Media, poster => new(poster.Title, "/papan"));

    public void MapPages(IEndpointRouteBuilder village) => village.MapGet("/papan", Posters.Show).AllowAnyone().CachePage();

    public void MapApi(IEndpointRouteBuilder village)
    {
        village.MapGet("/settings", (PanelSettings settings) => settings).AllowAnyone();
        village.MapPost("/posters", Posters.Hang).AllowAnyone();
        village.MapDelete("/posters/{id:guid}", Posters.TakeDown).AllowAnyone();
    }
}

public enum Channel
{
    WhatsApp,
    Email,
    ShortMessage,
}

public sealed record PanelSettings : IValidatableObject
{
    [StringLength(40), Required]
    public string Greeting { get; init; } = "Selamat datang";

    [DataType(DataType.MultilineText), StringLength(500)]
    public string Rules { get; init; } = "";

    [EmailAddress]
    public string Email { get; init; } = "kantor@desa.id";

    [Range(1, 10_080), Display(GroupName = "time")]
    public int Deadline { get; init; } = 60;

    [Display(GroupName = "time")]
    public DateOnly Since { get; init; } = new(2026, 1, 2);

    [Display(GroupName = "time")]
    public TimeOnly Opens { get; init; } = new(7, 30);

    [Display(GroupName = "time")]
    public TimeOnly Closes { get; init; } = new(15, 0);

    [DataType(DataType.Currency), Range(0, 1_000_000_000)]
    public decimal Fee { get; init; } = 5000;

    [DataType("percent"), Range(0, 100)]
    public decimal Share { get; init; } = 2.5m;

    public bool PrintsAtCounter { get; init; } = true;

    public Channel First { get; init; }

    public List<Channel> Channels { get; init; } = [Channel.WhatsApp];

    [AllowedValues("a4", "f4")]
    public string Paper { get; init; } = "a4";

    [MaxLength(3)]
    public List<string> Subjects { get; init; } = ["Usaha", "Domisili"];

    [DataType("color"), RegularExpression("#[0-9a-f]{6}")]
    public string Line { get; init; } = "#0f6b50";

    [DataType(DataType.Password), StringLength(100)]
    public string Key { get; init; } = "";

    [DataType("picture")]
    public Guid? Banner { get; init; }

    [DataType(DataType.Upload)]
    public Guid? Rulebook { get; init; }

    [DataType(DataType.Html), StringLength(2000)]
    public string Story { get; init; } = "";

    [MaxLength(5)]
    public IReadOnlyList<PanelLink> Links { get; init; } = [];

    /// <summary>No form can show it.</summary>
    public Dictionary<string, int> Counts { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Closes <= Opens) yield return new ValidationResult("Tutup harus sesudah buka.", [nameof(Closes)]);
    }
}

public sealed record PanelLink([Required, StringLength(40)] string Title, [Required, Url] string Address, int? Order = null, bool IsNew = false);
