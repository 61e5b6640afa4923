namespace SmartKampung.Letters.Issued.Registers;

/// <summary>What is typed of how a register counts and writes its numbers.</summary>
abstract record NumberingDraft
{
    public int Version { get; init; }

    [Required, StringLength(80), Display(Name = "register.format")]
    public string Format { get; init; } = "";

    [Display(Name = "register.reset")]
    public RegisterReset Reset { get; init; }

    [Range(1, 999_999), Display(Name = "register.start")]
    public int Start { get; init; } = 1;

    /// <summary>How often numbers begin again can't change under numbers that are taken: the same would come twice.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="present">The register as it is; null for a new one.</param>
    /// <param name="isBegun">Whether numbers of the present period are taken.</param>
    /// <param name="resetBegun">The key of what is told then.</param>
    /// <param name="texts">The texts.</param>
    public void Check(Form form, Numbering? present, bool isBegun, string resetBegun, ITexts texts)
    {
        if (NumberFormat.MistakeIn(Format, Reset) is { } mistake) form.AddError("format", texts[mistake]);
        if (isBegun && present!.Reset != Reset) form.AddError("reset", texts[resetBegun]);
    }

    /// <summary>The first number is that of the present period, and stays once that has begun.</summary>
    protected T Number<T>(T register, bool isBegun, DateOnly today) where T : Numbering
    {
        var numbered = register with { Format = Format.Trim(), Reset = Reset };
        return isBegun ? numbered : numbered with { Start = Start, StartPeriod = numbered.PeriodOf(today) };
    }
}
