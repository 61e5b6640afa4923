namespace SmartKampung.Letters.Issued.Registers;

/// <summary>What is typed of a register.</summary>
sealed record RegisterDraft
{
    public int Version { get; init; }

    [Required, StringLength(80), Display(Name = "register.name")]
    public string Name { get; init; } = "";

    [Display(Name = "register.scope")]
    public RegisterScope Scope { get; init; }

    [StringLength(1000), Display(Name = "register.members")]
    public string? Members { get; init; }

    [Required, StringLength(80), Display(Name = "register.format")]
    public string Format { get; init; } = "";

    [Display(Name = "register.reset")]
    public RegisterReset Reset { get; init; }

    [Range(1, 999_999), Display(Name = "register.start")]
    public int Start { get; init; } = 1;

    [Display(Name = "register.is_closed")]
    public bool IsClosed { get; init; }

    internal IReadOnlyList<string> MemberList => [.. (Members ?? "").Split([',', ' ', '\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct()];

    public static RegisterDraft Of(NumberRegister register, int period) => new()
    {
        Version = register.Version,
        Name = register.Name,
        Scope = register.Scope,
        Members = string.Join(", ", register.Members),
        Format = register.Format,
        Reset = register.Reset,
        Start = register.FirstOf(period),
        IsClosed = register.IsClosed,
    };

    /// <summary>The first number is that of the present period, and stays once that has begun.</summary>
    public NumberRegister Apply(NumberRegister? present, bool isBegun, DateOnly today)
    {
        var register = (present ?? new() { Name = Name, Format = Format }) with { Name = Name.Trim(), Scope = Scope, Members = Scope is RegisterScope.All ? [] : MemberList, Format = Format.Trim(), Reset = Reset, IsClosed = IsClosed };
        return isBegun ? register : register with { Start = Start, StartPeriod = register.PeriodOf(today) };
    }
}
