namespace SmartKampung.Letters.Issued.Registers;

/// <summary>What is typed of a register.</summary>
sealed record RegisterDraft : NumberingDraft
{
    [Required, StringLength(80), Display(Name = "register.name")]
    public string Name { get; init; } = "";

    [Display(Name = "register.scope")]
    public RegisterScope Scope { get; init; }

    [StringLength(1000), Display(Name = "register.members")]
    public string? Members { get; init; }

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

    public NumberRegister Apply(NumberRegister? present, bool isBegun, DateOnly today) => Number(
        (present ?? new() { Name = Name, Format = Format }) with { Name = Name.Trim(), Scope = Scope, Members = Scope is RegisterScope.All ? [] : MemberList, IsClosed = IsClosed }, isBegun, today);
}
