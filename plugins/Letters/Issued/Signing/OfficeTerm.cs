namespace SmartKampung.Letters.Issued.Signing;

/// <summary>Who signs for an office, and how, from one day to another.</summary>
sealed record OfficeTerm : Document
{
    /// <summary>The role of the step that is signed, such as <see cref="Roles.Head"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The role of who signs: the same, or that of a deputy.</summary>
    public required string By { get; init; }

    public SigningCapacity Capacity { get; init; }

    /// <summary>The name with titles.</summary>
    public required string Name { get; init; }

    /// <summary>The signer's own office, such as <c>Sekretaris Desa</c>; not printed for Plt. and Plh.</summary>
    public string Title { get; init; } = "";

    /// <summary>For u.b. the office in between, such as <c>Sekretaris Kecamatan</c>.</summary>
    public string Via { get; init; } = "";

    public string Nip { get; init; } = "";

    public required DateOnly From { get; init; }

    /// <summary>The last day; null without end.</summary>
    public DateOnly? Until { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>In which capacity somebody signs (Permendagri 1/2023 on official letters).</summary>
enum SigningCapacity
{
    /// <summary>As the holder of the office.</summary>
    Holder,

    /// <summary>Atas nama (a.n.): a deputy in the holder's name.</summary>
    OnBehalf,

    /// <summary>Untuk beliau (u.b.): a deputy's deputy.</summary>
    Delegated,

    /// <summary>Pelaksana tugas (Plt.): while the office has no holder.</summary>
    Acting,

    /// <summary>Pelaksana harian (Plh.): while the holder is away.</summary>
    Daily,
}
